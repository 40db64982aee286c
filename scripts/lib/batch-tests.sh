# What the scripts that test batches share: a scratch folder that goes away, small scenes, comparisons. To be sourced.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
epochreel=$root/scripts/epochreel
scratch=$(mktemp -d "${TMPDIR:-/tmp}/epochreel-test.XXXXXX")
started=() # processes of ours that may still run

cleanup() {
  local pid
  for pid in "${started[@]}"; do
    kill -KILL "$pid" 2> /dev/null || true
  done
  if declare -F before_cleanup > /dev/null; then
    before_cleanup
  fi
  rm -rf "$scratch"
}
trap cleanup EXIT

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  exit 1
}

# make_scenes DIRECTORY COUNT EPOCHS SIZE: scenes of different seeds, half of them in a folder below.
make_scenes() {
  local i
  mkdir -p "$1/below"
  for ((i = 1; i <= $2; i++)); do
    cat > "$1/$([ $((i % 2)) = 0 ] && echo below/)scene-$(printf %03d "$i").yaml" << SCENE
title: Scene $i, epoch {epoch}
data: {x: {grid: {from: -3, to: 3, count: 60}}, y: {expression: "sin(2*x)"}, noise: 0.1, seed: $i}
network: {hidden: [8]}
initialisation: {seed: $i}
training: {learning-rate: 0.05, epochs: $3}
video: {size: $4, fps: 30}
SCENE
  done
}

# results DIRECTORY: the names of all results below it, reports, logs and temporary files left out.
results() {
  (cd "$1" && find . -name batch-logs -prune -o -type f ! -name '.*' ! -name 'batch*.json' ! -path '*/.*' -print | sort)
}

# none_half OUTPUT REFERENCE: every file that has its name has all of its bytes.
none_half() {
  local file
  while IFS= read -r file; do
    cmp -s "$1/$file" "$2/$file" || fail "$file differs from that of an undisturbed run"
  done < <(results "$1")
}

# all_there OUTPUT REFERENCE: as none_half, and nothing is missing, and nothing is left over.
all_there() {
  none_half "$1" "$2"
  [ "$(results "$1")" = "$(results "$2")" ] || fail "the files are not those of an undisturbed run"
  local left
  left=$(find "$1" -name '.*' ! -path "$1" -print)
  [ -z "$left" ] || fail "temporary files were left: $left"
}

# rendered OUTPUT: how often each scene was rendered to its end, as the logs say.
rendered() {
  find "$1/batch-logs" -name '*.log' -exec grep -c ': rendered: ' {} +
}
