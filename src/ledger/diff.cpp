#include "ledger/diff.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/table_rows.hpp"

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
        return joined(claim.inputs, "; ", [](const InputUse& use) { return use.key + ": " + use.rows; });
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

void compare_inputs(const LedgerContent& before, const LedgerContent& after, Differences& differences) {
    pair_up(
        before.inputs, after.inputs, [](const InputRecord& input) { return input.key + ": " + input.path; },
        [&](const std::string& name, const InputRecord& a, const InputRecord& b) {
            differences.text("input changed", name, "sha256", a.sha256, b.sha256);
            differences.number("input changed", name, "rows", static_cast<double>(a.rows), static_cast<double>(b.rows));
            differences.text("input changed", name, "notes", joined(a.notes, "; "), joined(b.notes, "; "));
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
    TableRows rows(TextColumn{"kind"}, TextColumn{"id"}, TextColumn{"field"}, TextColumn{"before"}, TextColumn{"after"},
                   RealColumn{"difference"}, RealColumn{"relative"});
    for (const RunDifference& one : differences)
        rows.add(one.kind, one.id, one.field, one.before, one.after, one.difference, one.relative);
    return rows.table();
}

}  // namespace tarazy
