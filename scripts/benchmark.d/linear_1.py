"""The scene linear-1 for the peers of the benchmark: its data, start and training, in NumPy."""

import csv
import json
import pathlib

import numpy as np

SCENES = pathlib.Path(__file__).resolve().parents[2] / "scenes" / "blog"
EPOCHS = 663
RATES = {0: 1e-5, 252: 1e-4}
Y_LIMITS = (-35.154, 64.832)
X_LIMITS = (-10.99, 10.79)


def points():
    with open(SCENES / "data" / "linear.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return np.array([float(r["x"]) for r in rows]), np.array([float(r["y"]) for r in rows])


def start():
    given = json.loads((SCENES / "parameters" / "linear-1.json").read_text())
    w0 = np.array(given["weights"][0])[:, 0]
    w1 = np.array(given["weights"][1])[0]
    return w0, np.array(given["biases"][0]), w1, given["biases"][1][0]


def predict(x, w0, b0, w1, b1):
    hidden = 1 / (1 + np.exp(-(np.outer(w0, x) + b0[:, None])))
    return hidden, w1 @ hidden + b1


def epochs():
    """Yields the parameters after epochs 0 to the last."""
    x, y = points()
    w0, b0, w1, b1 = start()
    rate = None
    for epoch in range(EPOCHS + 1):
        yield w0, b0, w1, b1
        rate = RATES.get(epoch, rate)
        hidden, output = predict(x, w0, b0, w1, b1)
        error = 2 * (output - y) / len(x)
        back = error * w1[:, None] * hidden * (1 - hidden)
        w0, b0, w1, b1 = w0 - rate * (back @ x), b0 - rate * back.sum(1), w1 - rate * (hidden @ error), b1 - rate * error.sum()
