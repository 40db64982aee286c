"""Two moons of 300 points, learnt by a network 2-16-16-1 of tanh with Adam, in NumPy: what the peers of a field film draw."""

import numpy as np

COUNT = 300
EPOCHS = 299
NOISE = 0.22
RATE = 0.01


def points():
    random = np.random.default_rng(7)
    t = np.linspace(0, np.pi, COUNT // 2)
    x = np.concatenate([np.stack([np.cos(t), np.sin(t)], 1), np.stack([1 - np.cos(t), 0.5 - np.sin(t)], 1)])
    return x + random.normal(0, NOISE, x.shape), np.repeat([0.0, 1.0], COUNT // 2)


def start():
    random = np.random.default_rng(3)
    sizes = [(16, 2), (16, 16), (1, 16)]
    return [(random.normal(0, np.sqrt(2 / sum(size)), size), np.zeros(size[0])) for size in sizes]


def forward(layers, x):
    values = [x]
    for weights, biases in layers[:-1]:
        values.append(np.tanh(values[-1] @ weights.T + biases))
    weights, biases = layers[-1]
    return values, (values[-1] @ weights.T + biases)[:, 0]


def probability(layers, x):
    return 1 / (1 + np.exp(-forward(layers, x)[1]))


def states():
    """The parameters at each epoch, from 0 on."""
    x, y = points()
    layers = start()
    moments = [[np.zeros_like(part) for part in layer] + [np.zeros_like(part) for part in layer] for layer in layers]
    yield layers
    for epoch in range(1, EPOCHS + 1):
        values, sums = forward(layers, x)
        delta = ((1 / (1 + np.exp(-sums)) - y) / COUNT)[:, None]
        gradients = []
        for i in reversed(range(len(layers))):
            gradients.insert(0, (delta.T @ values[i], delta.sum(0)))
            if i > 0:
                delta = (delta @ layers[i][0]) * (1 - values[i] ** 2)
        changed = []
        for layer, gradient, moment in zip(layers, gradients, moments):
            parts = []
            for k in range(2):
                moment[k] = 0.9 * moment[k] + 0.1 * gradient[k]
                moment[2 + k] = 0.999 * moment[2 + k] + 0.001 * gradient[k] ** 2
                first = moment[k] / (1 - 0.9**epoch)
                second = moment[2 + k] / (1 - 0.999**epoch)
                parts.append(layer[k] - RATE * first / (np.sqrt(second) + 1e-8))
            changed.append(tuple(parts))
        layers = changed
        yield layers
