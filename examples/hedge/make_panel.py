"""Makes panel.csv: five invented states between three invented poles, 1995-2024.

The model of docs/simulate-hedge.md, written anew and by its definition: one exponential for each of the 1,771 profiles. What
`tarazy simulate hedge panel.csv` estimates can be held against TRUTH.
"""
import csv
import math
import random

TRUTH = {"b_T": 15.0, "b_C": 6.0, "k": 20.0, "e": 60.0, "f": 80.0}
POLES = ["NORTH", "EAST", "WEST"]
STATES = {"Arken": [0.45, 0.2, 0.15, 0.2], "Belmar": [0.3, 0.3, 0.2, 0.2], "Corvia": [0.2, 0.2, 0.4, 0.2],
          "Dorland": [0.55, 0.15, 0.1, 0.2], "Esmar": [0.25, 0.35, 0.1, 0.3]}
GRID = [(i / 20, j / 20, k / 20, (20 - i - j - k) / 20)
        for i in range(21) for j in range(21 - i) for k in range(21 - i - j)]


def expected(trade, coercion, previous):
    weights = []
    for a in GRID:
        u = sum(a[p] * (TRUTH["b_T"] * trade[p] + TRUTH["b_C"] * coercion[p]) for p in range(3))
        u -= TRUTH["k"] / 2 * sum(a[p] ** 2 for p in range(3))
        u -= TRUTH["e"] / 2 * sum((a[j] - previous[j]) ** 2 for j in range(4))
        weights.append(u)
    top = max(weights)
    weights = [math.exp(u - top) for u in weights]
    whole = sum(weights)
    return [sum(w * a[j] for w, a in zip(weights, GRID)) / whole for j in range(4)]


def main():
    draw = random.Random(20)
    rows = []
    for state, profile in STATES.items():
        pull = [draw.gauss(0, 1) for _ in POLES]
        pressure = 0.0
        for year in range(1995, 2025):
            pull = [0.9 * x + 0.4 * draw.gauss(0, 1) for x in pull]
            whole = sum(math.exp(x) for x in pull)
            trade = [round(math.exp(x) / whole, 4) for x in pull]
            pressure = 1.0 if draw.random() < 0.15 else round(0.6 * pressure, 4)
            coercion = [pressure, 0.0, 0.0]
            if year > 1995:
                mean = expected(trade, coercion, profile)
                gamma = [draw.gammavariate(TRUTH["f"] * m, 1) for m in mean]
                profile = [round(g / sum(gamma), 6) for g in gamma]
                profile[3] = round(1 - sum(profile[:3]), 6)
            if state == "Corvia" and year == 2003:
                continue  # a year that is missing
            rows.append([state, year] + profile + trade + coercion)
    with open("panel.csv", "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["state", "year"] + [f"share_{p}" for p in POLES] + ["share_autonomy"] +
                     [f"trade_{p}" for p in POLES] + [f"coercion_{p}" for p in POLES])
        out.writerows(rows)


main()
