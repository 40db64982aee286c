#!/usr/bin/env python3
"""The blog's own way: PyTorch, matplotlib's FuncAnimation and its ffmpeg writer, the whole figure drawn anew each frame.

Usage: matplotlib-animation.py WIDTH HEIGHT FILE.mp4
"""

import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.animation import FFMpegWriter, FuncAnimation

import linear_1

width, height, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
x, y = linear_1.points()
curves = linear_1.torch_curves(x)

figure = plt.figure(figsize=(width / (height / 4), 4), dpi=height / 4)
axes = figure.add_subplot()
axes.plot(x, y, "o", color="orange")
axes.set_xlim(*linear_1.X_LIMITS)
axes.set_ylim(*linear_1.Y_LIMITS)
axes.set_title("Linear data, neural net model")
(line,) = axes.plot(x, y)


def update(epoch):
    line.set_ydata(next(curves))
    return (line,)


animation = FuncAnimation(figure, update, frames=range(linear_1.EPOCHS + 1), init_func=lambda: (line,), repeat=False)
animation.save(file, writer=FFMpegWriter(fps=15, bitrate=1800))
