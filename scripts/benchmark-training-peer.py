"""Microseconds an epoch of full-batch training with NumPy or PyTorch, float64, one thread.

Prints one line for each network: its hidden layers, activation and points, then the time.
"""
import math
import statistics
import sys
import time

CASES = [("20", "SIGMOID", 100), ("8", "SIGMOID", 1000), ("128", "TANH", 4000), ("32-128-32", "TANH", 4000)]
RATE = 1e-4
WARM_UP = 20
SECONDS = 5


def numpy_epoch(sizes, activation, count):
    import numpy as np

    rng = np.random.default_rng(1)
    x = np.linspace(-5, 5, count)[None, :]
    y = np.sin(x)
    weights = [rng.uniform(-1, 1, (b, a)) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]
    biases = [rng.uniform(-1, 1, (b, 1)) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]

    def epoch():
        values = [x]
        for w, b in zip(weights[:-1], biases[:-1]):
            z = w @ values[-1] + b
            values.append(np.tanh(z) if activation == "TANH" else 1 / (1 + np.exp(-z)))
        error = weights[-1] @ values[-1] + biases[-1] - y
        loss = np.mean(error * error)
        delta = error * (2 / count)
        for layer in range(len(weights) - 1, -1, -1):
            weight_gradient = delta @ values[layer].T
            bias_gradient = delta.sum(axis=1, keepdims=True)
            if layer:
                h = values[layer]
                delta = (weights[layer].T @ delta) * (1 - h * h if activation == "TANH" else h * (1 - h))
            weights[layer] -= RATE * weight_gradient
            biases[layer] -= RATE * bias_gradient
        return loss

    return epoch


def torch_epoch(sizes, activation, count):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)
    x = torch.linspace(-5, 5, count)[:, None]
    y = torch.sin(x)
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(a, b), torch.nn.Tanh() if activation == "TANH" else torch.nn.Sigmoid()]
    network = torch.nn.Sequential(*layers[:-1])
    optimiser = torch.optim.SGD(network.parameters(), lr=RATE)
    criterion = torch.nn.MSELoss()

    def epoch():
        optimiser.zero_grad()
        loss = criterion(network(x), y)
        loss.backward()
        optimiser.step()
        return loss.item()

    return epoch


def microseconds(epoch):
    """The median over epochs, as a busy machine spoils single ones."""
    for _ in range(WARM_UP):
        epoch()
    times = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        start = time.perf_counter()
        epoch()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def main():
    make = {"numpy": numpy_epoch, "torch": torch_epoch}[sys.argv[1]]
    for hidden, activation, count in CASES:
        sizes = [1] + [int(size) for size in hidden.split("-")] + [1]
        print(f"{hidden} {activation} {count},{microseconds(make(sizes, activation, count)):.1f}")


if __name__ == "__main__":
    main()
