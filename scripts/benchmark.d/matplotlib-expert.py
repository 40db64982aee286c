#!/usr/bin/env python3
"""What somebody who knows matplotlib well does: draw the background once, then only the line, and pipe raw frames to x264.

Usage: matplotlib-expert.py WIDTH HEIGHT FILE.mp4
"""

import subprocess
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import linear_1

width, height, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
figure = plt.figure(figsize=(6, 4), dpi=72)
figure.set_size_inches(width / (height / 4), 4)
figure.set_dpi(height / 4)
axes = figure.add_subplot()
x, y = linear_1.points()
axes.plot(x, y, "o", color="#ffa500", markersize=6)
axes.set_xlim(*linear_1.X_LIMITS)
axes.set_ylim(*linear_1.Y_LIMITS)
axes.set_title("Linear data, neural net model")
grid = np.linspace(*linear_1.X_LIMITS, max(100, width // 2))
(line,) = axes.plot([], [], color="#1f77b4", linewidth=1.5, animated=True)
figure.canvas.draw()
background = figure.canvas.copy_from_bbox(figure.bbox)

encoder = subprocess.Popen(
    ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{width}x{height}", "-r", "15", "-i", "-",
     "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", file],
    stdin=subprocess.PIPE)
for parameters in linear_1.epochs():
    line.set_data(grid, linear_1.predict(grid, *parameters)[1])
    figure.canvas.restore_region(background)
    axes.draw_artist(line)
    encoder.stdin.write(figure.canvas.buffer_rgba())
encoder.stdin.close()
sys.exit(encoder.wait())
