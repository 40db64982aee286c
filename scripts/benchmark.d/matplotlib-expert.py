#!/usr/bin/env python3
"""What somebody who knows matplotlib well does: draw the background once, then only the line, and pipe raw frames to x264.

Usage: matplotlib-expert.py numpy|torch WIDTH HEIGHT FILE.mp4 (the first says what trains the network)
"""

import subprocess
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import linear_1

curves = linear_1.CURVES[sys.argv[1]]
width, height, file = int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
figure = plt.figure(figsize=(width / (height / 4), 4), dpi=height / 4)
axes = figure.add_subplot()
x, y = linear_1.points()
axes.plot(x, y, "o", color="#ffa500", markersize=6)
axes.set_xlim(*linear_1.X_LIMITS)
axes.set_ylim(*linear_1.Y_LIMITS)
axes.set_title("Linear data, neural net model")
grid = np.linspace(*linear_1.X_LIMITS, max(100, width // 2))
(line,) = axes.plot([], [], color="#1f77b4", linewidth=1.5, animated=True)
figure.canvas.draw()
# The whole figure: axes.bbox ends between pixels, and what is restored from it lies a pixel off.
background = figure.canvas.copy_from_bbox(figure.bbox)

encoder = subprocess.Popen(
    ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}", "-r", "15", "-i", "-",
     "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", file],
    stdin=subprocess.PIPE)
for curve in curves(grid):
    line.set_data(grid, curve)
    figure.canvas.restore_region(background)
    axes.draw_artist(line)
    encoder.stdin.write(figure.canvas.buffer_rgba())
encoder.stdin.close()
sys.exit(encoder.wait())
