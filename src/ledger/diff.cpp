#include "ledger/diff.hpp"

#include "base/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace tarazy {
namespace {

std::string shown(const std::optional<double>& value) {
    return value ? number_text(*value) : std::string();
}

bool is_verdict(const Claim& claim) {
    return !claim.value && !claim.statement.empty();
}

/// Collects the differences; texts and numbers that are equal leave no trace.
class Differences {
public:
    void text(const std::string& kind, const std::string& id, const std::string& field, const std::string& before,
              const std::string& after) {
        if (before != after) found_.push_back({kind, id, field, before, after, {}, {}});
    }
    void number(const std::string& kind, const std::string& id, const std::string& field,
                const std::optional<double>& before, const std::optional<double>& after) {
        if (before == after || (before && after && std::isnan(*before) && std::isnan(*after))) return;
        RunDifference difference{kind, id, field, shown(before), shown(after), {}, {}};
        if (before && after) {
            difference.difference = *after - *before;
            if (*before != 0) difference.relative = *difference.difference / std::abs(*before);
        }
        found_.push_back(std::move(difference));
    }
    [[nodiscard]] std::vector<RunDifference> take() { return std::move(found_); }

private:
    std::vector<RunDifference> found_;
};

void compare_claim(const Claim& before, const Claim& after, Differences& differences) {
    const std::string& id = before.id;
    differences.number("value changed", id, "value", before.value, after.value);
    differences.text(is_verdict(before) ? "verdict changed" : "statement changed", id, "statement", before.statement,
                     after.statement);
    const auto bound = [](const Claim& claim, double Interval::*side) {
        return claim.interval ? std::optional(*claim.interval.*side) : std::nullopt;
    };
    differences.number("interval changed", id, "lower", bound(before, &Interval::lower),
                       bound(after, &Interval::lower));
    differences.number("interval changed", id, "upper", bound(before, &Interval::upper),
                       bound(after, &Interval::upper));
    differences.number("interval changed", id, "level", bound(before, &Interval::level),
                       bound(after, &Interval::level));
    const auto kind = [](const Claim& claim) { return claim.interval ? claim.interval->kind : std::string(); };
    differences.text("interval changed", id, "kind", kind(before), kind(after));
    std::map<double, std::pair<std::optional<double>, std::optional<double>>> quantiles;
    for (const Quantile& quantile : before.quantiles) quantiles[quantile.probability].first = quantile.value;
    for (const Quantile& quantile : after.quantiles) quantiles[quantile.probability].second = quantile.value;
    for (const auto& [probability, values] : quantiles) {
        differences.number("quantile changed", id, "q" + number_text(probability), values.first, values.second);
    }
    const auto rows = [](const Claim& claim) {
        std::string text;
        for (const InputUse& use : claim.inputs) text += (text.empty() ? "" : "; ") + use.key + ": " + use.rows;
        return text;
    };
    differences.text("basis changed", id, "inputs", rows(before), rows(after));
    differences.text("basis changed", id, "formula", before.formula, after.formula);
    differences.text("basis changed", id, "unit", before.unit, after.unit);
    differences.text("basis changed", id, "parameters", before.parameters, after.parameters);
}

/// Pairs records by key, sorted: both, only before, only after.
template <class Record, class Key, class Compare, class OnlyOne>
void pair_up(const std::vector<Record>& before, const std::vector<Record>& after, Key key, Compare compare,
             OnlyOne only_one) {
    std::map<std::string, std::pair<const Record*, const Record*>> pairs;
    for (const Record& record : before) pairs[key(record)].first = &record;
    for (const Record& record : after) pairs[key(record)].second = &record;
    for (const auto& [name, pair] : pairs) {
        if (pair.first != nullptr && pair.second != nullptr) {
            compare(name, *pair.first, *pair.second);
        } else {
            only_one(name, pair.first != nullptr ? *pair.first : *pair.second, pair.second != nullptr);
        }
    }
}

std::string joined_notes(const InputRecord& input) {
    std::string text;
    for (const std::string& note : input.notes) text += (text.empty() ? "" : "; ") + note;
    return text;
}

void compare_inputs(const LedgerContent& before, const LedgerContent& after, Differences& differences) {
    pair_up(
        before.inputs, after.inputs, [](const InputRecord& input) { return input.key + ": " + input.path; },
        [&](const std::string& name, const InputRecord& a, const InputRecord& b) {
            differences.text("input changed", name, "sha256", a.sha256, b.sha256);
            differences.number("input changed", name, "rows", static_cast<double>(a.rows), static_cast<double>(b.rows));
            differences.text("input changed", name, "notes", joined_notes(a), joined_notes(b));
            differences.text("input changed", name, "fallback", a.fallback ? "yes" : "no", b.fallback ? "yes" : "no");
        },
        [&](const std::string& name, const InputRecord& input, bool added) {
            differences.text(added ? "input added" : "input removed", name, "sha256", added ? "" : input.sha256,
                             added ? input.sha256 : "");
        });
}

void compare_analyses(const LedgerContent& before, const LedgerContent& after, Differences& differences) {
    pair_up(
        before.analyses, after.analyses, [](const AnalysisRecord& analysis) { return analysis.id; },
        [&](const std::string& name, const AnalysisRecord& a, const AnalysisRecord& b) {
            differences.text("result changed", name, "failure", a.failure, b.failure);
            differences.text("method changed", name, "method", a.method, b.method);
            differences.text("parameters changed", name, "parameters", a.parameters, b.parameters);
        },
        [&](const std::string& name, const AnalysisRecord& analysis, bool added) {
            differences.text(added ? "analysis added" : "analysis removed", name, "method",
                             added ? "" : analysis.method, added ? analysis.method : "");
        });
}

void compare_claims(const LedgerContent& before, const LedgerContent& after, Differences& differences) {
    pair_up(
        before.claims, after.claims, [](const Claim& claim) { return claim.id; },
        [&](const std::string&, const Claim& a, const Claim& b) { compare_claim(a, b, differences); },
        [&](const std::string& name, const Claim& claim, bool added) {
            const std::string text = claim.value               ? number_text(*claim.value)
                                     : claim.statement.empty() ? "unknown"
                                                               : claim.statement;
            differences.text(added ? "claim added" : "claim removed", name,
                             claim.value || claim.statement.empty() ? "value" : "statement", added ? "" : text,
                             added ? text : "");
        });
}

}  // namespace

std::vector<RunDifference> compare_runs(const LedgerContent& before, const LedgerContent& after) {
    Differences differences;
    const RunRecord &a = before.run, &b = after.run;
    differences.text("run changed", "run", "study", a.study, b.study);
    differences.text("run changed", "run", "focus", a.focus, b.focus);
    differences.text("run changed", "run", "version", a.version, b.version);
    differences.text("run changed", "run", "seed", std::to_string(a.seed), std::to_string(b.seed));
    compare_inputs(before, after, differences);
    compare_analyses(before, after, differences);
    compare_claims(before, after, differences);
    return differences.take();
}

Table difference_table(const std::vector<RunDifference>& differences) {
    const auto texts = [&](std::string RunDifference::*field) {
        std::vector<std::string> cells;
        for (const RunDifference& difference : differences) cells.push_back(difference.*field);
        return Column(std::span<const std::string>(cells));
    };
    const auto numbers = [&](std::optional<double> RunDifference::*field) {
        std::vector<double> cells;
        for (const RunDifference& difference : differences) cells.push_back((difference.*field).value_or(std::nan("")));
        return Column(std::move(cells));
    };
    Table table;
    table.add("kind", texts(&RunDifference::kind));
    table.add("id", texts(&RunDifference::id));
    table.add("field", texts(&RunDifference::field));
    table.add("before", texts(&RunDifference::before));
    table.add("after", texts(&RunDifference::after));
    table.add("difference", numbers(&RunDifference::difference));
    table.add("relative", numbers(&RunDifference::relative));
    return table;
}

}  // namespace tarazy
