"""The scene linear-1 for the peers of the benchmark: its data, start and training, in NumPy or in PyTorch."""

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


def numpy_curves(grid):
    """Yields the network's values at `grid` after epochs 0 to the last."""
    x, y = points()
    w0, b0, w1, b1 = start()

    def predict(at):
        hidden = 1 / (1 + np.exp(-(np.outer(w0, at) + b0[:, None])))
        return hidden, w1 @ hidden + b1

    rate = None
    for epoch in range(EPOCHS + 1):
        yield predict(grid)[1]
        rate = RATES.get(epoch, rate)
        hidden, output = predict(x)
        error = 2 * (output - y) / len(x)
        back = error * w1[:, None] * hidden * (1 - hidden)
        w0, b0, w1, b1 = w0 - rate * (back @ x), b0 - rate * back.sum(1), w1 - rate * (hidden @ error), b1 - rate * error.sum()


def torch_curves(grid):
    """As numpy_curves, by automatic differentiation in single precision."""
    import torch

    x, y, grid = (torch.tensor(values, dtype=torch.float32) for values in (*points(), grid))
    parameters = [torch.tensor(values, dtype=torch.float32, requires_grad=True) for values in start()]

    def predict(at):
        w0, b0, w1, b1 = parameters
        return torch.sigmoid(at[:, None] * w0 + b0) @ w1 + b1

    rate = None
    for epoch in range(EPOCHS + 1):
        with torch.no_grad():
            curve = predict(grid).numpy()
        yield curve
        rate = RATES.get(epoch, rate)
        loss = ((predict(x) - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            for parameter in parameters:
                parameter -= rate * parameter.grad
                parameter.grad.zero_()


CURVES = {"numpy": numpy_curves, "torch": torch_curves}
