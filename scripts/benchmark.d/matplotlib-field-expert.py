#!/usr/bin/env python3
"""What somebody who knows matplotlib well does for a field: the image's data replaced in place, one contour a frame, Agg's
buffer piped to x264.

Usage: matplotlib-field-expert.py WIDTH HEIGHT FILE.mp4
"""

import subprocess
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import moons

width, height, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
figure = plt.figure(figsize=(width / 100, height / 100), dpi=100)
axes = figure.add_subplot()
x, y = moons.points()
first, second = np.meshgrid(np.linspace(-2, 3, 200), np.linspace(-1.5, 2, 200))
grid = np.stack([first.ravel(), second.ravel()], 1)
axes.set_xlim(-2, 3)
axes.set_ylim(-1.5, 2)
image = axes.imshow(np.zeros(first.shape), extent=(-2, 3, -1.5, 2), origin="lower", aspect="auto", cmap="RdBu_r", vmin=0,
                    vmax=1, interpolation="bilinear", animated=True)
dots = axes.scatter(x[:, 0], x[:, 1], c=y, cmap="RdBu_r", edgecolors="k", animated=True)
figure.canvas.draw()
background = figure.canvas.copy_from_bbox(figure.bbox)

encoder = subprocess.Popen(
    ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}", "-r", "30", "-i", "-",
     "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", file],
    stdin=subprocess.PIPE)
for layers in moons.states():
    p = moons.probability(layers, grid).reshape(first.shape)
    figure.canvas.restore_region(background)
    image.set_data(p)
    axes.draw_artist(image)
    lines = axes.contour(first, second, p, levels=[0.5], colors="k")
    for line in lines.collections:
        axes.draw_artist(line)
        line.remove()
    axes.draw_artist(dots)
    encoder.stdin.write(figure.canvas.buffer_rgba())
encoder.stdin.close()
sys.exit(encoder.wait())
