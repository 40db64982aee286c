#!/usr/bin/env python3
"""Trains a small network with PyTorch, records it as the reference page says, and writes scenes that replay it.

Usage: replay-pytorch.py DIRECTORY
"""
import csv
import sys
from pathlib import Path

import numpy as np
import torch

directory = Path(sys.argv[1])
torch.manual_seed(3)
rng = np.random.default_rng(7)
points = np.sort(rng.uniform(-3, 3, 60))
values = np.sin(2 * points) + rng.normal(0, 0.1, 60)
with open(directory / "points.csv", "w", newline="") as file:
    csv.writer(file).writerows([("x", "y"), *zip(points.tolist(), values.tolist())])

model = torch.nn.Sequential(torch.nn.Linear(1, 20), torch.nn.Tanh(), torch.nn.Linear(20, 1))
optimiser = torch.optim.Adam(model.parameters(), lr=0.02)
train_x = torch.tensor(points, dtype=torch.float32).reshape(-1, 1)
train_y = torch.tensor(values, dtype=torch.float32).reshape(-1, 1)

x = train_x
curves, log = [], []


def record(epoch):
    with torch.no_grad():
        curves.append(model(x)[:, 0].numpy().copy())
        log.append((epoch, torch.nn.functional.mse_loss(model(train_x), train_y).item()))


record(0)
for epoch in range(1, 301):
    optimiser.zero_grad()
    torch.nn.functional.mse_loss(model(train_x), train_y).backward()
    optimiser.step()
    record(epoch)

np.save(directory / "curves.npy", np.stack(curves))
np.save(directory / "grid.npy", points)
np.savez(directory / "run.npz", predictions=np.stack(curves), x=points)
with open(directory / "log.csv", "w", newline="") as file:
    csv.writer(file).writerows([("epoch", "loss"), *log])

data = "data: {csv: {file: points.csv, x: x, y: y}}\n"
(directory / "logged.yaml").write_text(data + "replay: {predictions: curves.npy, x: grid.npy, metrics: log.csv}\n")
(directory / "measured.yaml").write_text(data + "replay: {predictions: run.npz, x: run.npz}\n")
