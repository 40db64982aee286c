"""Microseconds an epoch of training with NumPy or PyTorch, float64, one thread.

Prints one line for each network: its layers, activation, points and batch, then the time. Networks of one output learn
a sine by squares, the others classes by cross-entropy.
"""
import math
import statistics
import sys
import time

CASES = [
    "1-20-1 SIGMOID 100", "1-20-1 SIGMOID 1000 10", "1-8-1 SIGMOID 1000", "1-64-64-1 TANH 1000", "1-128-1 TANH 4000",
    "1-32-128-32-1 TANH 4000", "2-16-16-3 TANH 300", "64-32-10 TANH 1347",
]
RATE = 1e-4
WARM_UP = 20
SECONDS = 5


def numpy_epoch(sizes, activation, count, batch):
    import numpy as np

    rng = np.random.default_rng(1)
    classes = sizes[-1] > 1
    if classes:
        x = rng.random((sizes[0], count))
        y = np.eye(sizes[-1])[rng.integers(0, sizes[-1], count)].T
    else:
        x = np.linspace(-5, 5, count)[None, :]
        y = np.sin(x)
    weights = [rng.uniform(-1, 1, (b, a)) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]
    biases = [rng.uniform(-1, 1, (b, 1)) / math.sqrt(a) for a, b in zip(sizes, sizes[1:])]

    def forward(x):
        values = [x]
        for w, b in zip(weights[:-1], biases[:-1]):
            z = w @ values[-1] + b
            values.append(np.tanh(z) if activation == "TANH" else 1 / (1 + np.exp(-z)))
        return values, weights[-1] @ values[-1] + biases[-1]

    def loss_and_delta(z, y):
        count = y.shape[1]
        if not classes:
            error = z - y
            return np.mean(error * error), error * (2 / count)
        z = z - z.max(axis=0)
        exponential = np.exp(z)
        total = exponential.sum(axis=0)
        return np.mean(np.log(total) - (z * y).sum(axis=0)), (exponential / total - y) / count

    def step(x, y):
        values, z = forward(x)
        loss, delta = loss_and_delta(z, y)
        for layer in range(len(weights) - 1, -1, -1):
            weight_gradient = delta @ values[layer].T
            bias_gradient = delta.sum(axis=1, keepdims=True)
            if layer:
                h = values[layer]
                delta = (weights[layer].T @ delta) * (1 - h * h if activation == "TANH" else h * (1 - h))
            weights[layer] -= RATE * weight_gradient
            biases[layer] -= RATE * bias_gradient
        return loss

    def epoch():
        if batch == count:
            return step(x, y)
        order = rng.permutation(count)
        shuffled, targets = x[:, order], y[:, order]
        for start in range(0, count, batch):
            step(shuffled[:, start:start + batch], targets[:, start:start + batch])
        return loss_and_delta(forward(x)[1], y)[0]

    return epoch


def torch_epoch(sizes, activation, count, batch):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(1)
    classes = sizes[-1] > 1
    if classes:
        x = torch.rand(count, sizes[0])
        y = torch.randint(sizes[-1], (count,))
    else:
        x = torch.linspace(-5, 5, count)[:, None]
        y = torch.sin(x)
    layers = []
    for a, b in zip(sizes, sizes[1:]):
        layers += [torch.nn.Linear(a, b), torch.nn.Tanh() if activation == "TANH" else torch.nn.Sigmoid()]
    network = torch.nn.Sequential(*layers[:-1])
    optimiser = torch.optim.SGD(network.parameters(), lr=RATE)
    criterion = torch.nn.CrossEntropyLoss() if classes else torch.nn.MSELoss()

    def step(x, y):
        optimiser.zero_grad()
        loss = criterion(network(x), y)
        loss.backward()
        optimiser.step()
        return loss

    def epoch():
        if batch == count:
            return step(x, y).item()
        order = torch.randperm(count)
        shuffled, targets = x[order], y[order]
        for start in range(0, count, batch):
            step(shuffled[start:start + batch], targets[start:start + batch])
        with torch.no_grad():
            return criterion(network(x), y).item()

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
    for case in CASES:
        layers, activation, count, *batch = case.split()
        sizes = [int(size) for size in layers.split("-")]
        epoch = make(sizes, activation, int(count), int(batch[0]) if batch else int(count))
        print(f"{case},{microseconds(epoch):.1f}")


if __name__ == "__main__":
    main()
