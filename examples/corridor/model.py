"""Adds the column `balance` to a design: python3 model.py design.csv > runs.csv"""
import csv
import math
import sys

rows = list(csv.DictReader(open(sys.argv[1])))
out = csv.DictWriter(sys.stdout, list(rows[0]) + ["balance"], lineterminator="\n")
out.writeheader()
for row in rows:
    influence, pressure, assurance, growth = (float(row[k]) for k in ("influence", "pressure", "assurance", "growth"))
    lean = 2 * abs(influence - 0.5) + 3 * pressure * (1 - assurance) - 0.3 * growth
    row["balance"] = round(1 / (1 + math.exp(2 * lean)), 6)
    out.writerow(row)
