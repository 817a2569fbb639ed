"""Three policies in the states of a design: python3 policies.py design.csv > policy_runs.csv"""
import csv
import math
import sys

rows = list(csv.DictReader(open(sys.argv[1])))
print("policy,run,balance,cost")
for policy in ("hedge", "lean_north", "lean_east"):
    for row in rows:
        influence, pressure, assurance, growth = (float(row[k]) for k in ("influence", "pressure", "assurance", "growth"))
        cost = {"hedge": 0.5, "lean_north": 0.2, "lean_east": 0.3}[policy]
        if policy == "lean_north":
            pressure *= 0.5
            influence = 0.2
        if policy == "lean_east":
            influence = 0.9
            pressure *= 1.2
            growth += 1.5
        lean = 2 * abs(influence - 0.5) + 3 * pressure * (1 - assurance) - 0.3 * growth
        print(policy, row["run"], round(1 / (1 + math.exp(2 * lean)), 6), cost + round(0.2 * pressure, 6), sep=",")
