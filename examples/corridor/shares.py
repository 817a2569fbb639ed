"""Writes shares.csv: shares of the ties of three invented states with three poles and with nobody, 1994-2024.

Random walks of log-ratios with a small drift; the ties of Cedar break in 2014, and two years of Rowan are not known.
"""

import math
import random

POLES = ["RU", "CN", "WEST", "own"]
START = {"Birch": [0.1, -0.6, -0.2], "Cedar": [-0.3, -0.1, 0.0], "Rowan": [0.5, -1.2, -0.6]}

random.seed(14)
rows = ["state,series,year,value"]
for state, levels in START.items():
    for year in range(1994, 2025):
        levels = [level + drift + random.gauss(0, 0.11) for level, drift in zip(levels, [-0.02, 0.05, 0.01])]
        if (state, year) == ("Cedar", 2014):
            levels[0] -= 0.5
            levels[2] += 0.3
        ratios = [math.exp(level) for level in levels] + [1]
        shares = [round(ratio / sum(ratios), 3) for ratio in ratios]
        shares[3] = round(1 - sum(shares[:3]), 3)
        if (state, year) not in {("Rowan", 1998), ("Rowan", 1999)}:
            rows += [f"{state},{pole},{year},{share}" for pole, share in zip(POLES, shares)]
with open("shares.csv", "w", encoding="utf-8") as out:
    out.write("\n".join(rows) + "\n")
