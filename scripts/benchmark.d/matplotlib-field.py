#!/usr/bin/env python3
"""What most people do for a field: contourf and scatter anew in every frame of FuncAnimation, saved by its ffmpeg writer.

Usage: matplotlib-field.py WIDTH HEIGHT FILE.mp4
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib.animation import FFMpegWriter, FuncAnimation

import moons

width, height, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
figure, axes = plt.subplots(figsize=(width / 100, height / 100), dpi=100)
x, y = moons.points()
first, second = np.meshgrid(np.linspace(-2, 3, 200), np.linspace(-1.5, 2, 200))
grid = np.stack([first.ravel(), second.ravel()], 1)


def draw(layers):
    axes.clear()
    p = moons.probability(layers, grid).reshape(first.shape)
    axes.contourf(first, second, p, levels=np.linspace(0, 1, 21), cmap="RdBu_r", alpha=0.6)
    axes.contour(first, second, p, levels=[0.5], colors="k")
    axes.scatter(x[:, 0], x[:, 1], c=y, cmap="RdBu_r", edgecolors="k")


animation = FuncAnimation(figure, draw, frames=list(moons.states()), init_func=lambda: None)
animation.save(file, writer=FFMpegWriter(fps=30))
