#include "text/reliability/agreement_table.hpp"

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"
#include "stats/bootstrap.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>

namespace tarazy {
namespace {

/// A row to come: what it is called, and where its number stands in an `Agreement`.
struct AgreementRow {
    std::string name, code;
    std::optional<double> (*of)(const Agreement&, std::size_t);
    std::size_t place = 0;
};

std::vector<AgreementRow> agreement_rows(const CodedUnits& coded, MeasurementLevel level, bool complete) {
    std::vector<AgreementRow> rows = {
        {"percent_agreement", "", [](const Agreement& a, std::size_t) { return a.percent; }}};
    if (coded.coders.size() == 2) {
        rows.push_back({"cohen_kappa", "", [](const Agreement& a, std::size_t) { return a.cohen; }});
        if (level != MeasurementLevel::nominal) {
            rows.push_back({"cohen_kappa_linear", "", [](const Agreement& a, std::size_t) { return a.cohen_linear; }});
            rows.push_back(
                {"cohen_kappa_squared", "", [](const Agreement& a, std::size_t) { return a.cohen_squared; }});
        }
    } else if (complete) {
        rows.push_back({"conger_kappa", "", [](const Agreement& a, std::size_t) { return a.conger; }});
    }
    rows.push_back({"fleiss_kappa", "", [](const Agreement& a, std::size_t) { return a.fleiss; }});
    rows.push_back({"gwet_ac1", "", [](const Agreement& a, std::size_t) { return a.ac1; }});
    rows.push_back({"krippendorff_alpha", "", [](const Agreement& a, std::size_t) { return a.alpha; }});
    const bool apart = level == MeasurementLevel::nominal || level == MeasurementLevel::ordinal;
    for (std::size_t code = 0; apart && code < coded.codes.size() && coded.codes.size() <= most_codes_apart; ++code)
        rows.push_back({"krippendorff_alpha_code", coded.codes[code],
                        [](const Agreement& a, std::size_t place) { return a.code_alpha[place]; }, code});
    return rows;
}

/// Replicates of each row, NaN where a coefficient is not defined.
std::vector<std::vector<double>> resampled_agreement(const CodedUnits& coded, const CodedPatterns& patterns,
                                                     const std::vector<AgreementRow>& rows,
                                                     const AgreementOptions& options) {
    std::vector<std::vector<double>> values(rows.size(), std::vector<double>(options.replicates));
    WorkStep step(options.work, "resampling units", options.replicates);
    const std::size_t units = patterns.of_unit.size();
    const bool per_code = !rows.empty() && rows.back().name == "krippendorff_alpha_code";
    parallel_chunks(
        options.replicates, 8, options.threads,
        [&](std::size_t begin, std::size_t end) {
            std::vector<double> weights;
            for (std::size_t replicate = begin; replicate < end; ++replicate) {
                weights.assign(patterns.patterns.size(), 0);
                Random random(options.seed, "coded units", replicate);
                for (std::size_t draw = 0; draw < units; ++draw) ++weights[patterns.of_unit[random.below(units)]];
                const Agreement drawn = agreement(coded, patterns, weights, options.level, per_code);
                for (std::size_t row = 0; row < rows.size(); ++row) {
                    const bool known = rows[row].code.empty() || !drawn.code_alpha.empty();
                    values[row][replicate] =
                        real_or_missing(known ? rows[row].of(drawn, rows[row].place) : std::nullopt);
                }
            }
        },
        step);
    return values;
}

double share_below(const std::vector<double>& replicates, double threshold) {
    double known = 0, below = 0;
    for (const double value : replicates) {
        known += std::isnan(value) ? 0 : 1;
        below += value < threshold ? 1 : 0;
    }
    return known == 0 ? Column::missing_real : below / known;
}

/// Why a coefficient has no value.
std::string why_undefined(const CodedUnits& coded, const AgreementRow& row) {
    if (!row.code.empty()) return "never or always given: agreement beyond chance is not defined";
    std::string only;
    for (const std::int32_t code : coded.code)
        if (code >= 0) only = coded.codes[static_cast<std::size_t>(code)];
    return "all values are '" + only + "': nothing varies, so agreement beyond chance is not defined (it is not 1)";
}

bool values_vary(const CodedUnits& coded, const CodedPatterns& patterns) {
    std::vector<bool> met(coded.codes.size(), false);
    for (const auto& pattern : patterns.patterns) {
        if (pattern.values < 2) continue;
        for (const auto& [code, n] : pattern.counts) met[code] = true;
    }
    return std::ranges::count(met, true) >= 2;
}

}  // namespace

Table agreement_table(const CodedUnits& coded, const std::string& path, const AgreementOptions& options,
                      std::vector<std::string>& warnings) {
    const CodedPatterns patterns = coded_patterns(coded, path);
    std::vector<double> weights;
    for (const auto& pattern : patterns.patterns) weights.push_back(pattern.units);
    if (patterns.dropped > 0)
        warnings.push_back(std::to_string(patterns.dropped) + " of " + std::to_string(coded.units.size()) +
                           " units have fewer than two values and are left out");
    const bool complete = std::ranges::none_of(coded.code, [](std::int32_t code) { return code < 0; });
    const std::vector<AgreementRow> rows = agreement_rows(coded, options.level, complete);
    const bool varies = values_vary(coded, patterns);
    const bool per_code = rows.back().name == "krippendorff_alpha_code";
    const Agreement observed = agreement(coded, patterns, weights, options.level, per_code);
    const auto replicates = varies && options.replicates > 0 ? resampled_agreement(coded, patterns, rows, options)
                                                             : std::vector<std::vector<double>>(rows.size());
    TableRows table(TextColumn{"statistic"}, RealColumn{"value"}, RealColumn{"lower"}, RealColumn{"upper"},
                    IntegerColumn{"n_units"}, IntegerColumn{"n_coders"}, TextColumn{"code"}, RealColumn{"se"},
                    RealColumn{"p_below_667"}, RealColumn{"p_below_800"}, IntegerColumn{"replicates"},
                    TextColumn{"note"});
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const AgreementRow& one = rows[row];
        const bool percent = one.name == "percent_agreement";
        std::optional<double> value;
        if (varies || percent) value = one.of(observed, one.place);
        const auto interval =
            value ? bootstrap_interval(replicates[row], *value, {}, options.confidence, IntervalKind::percentile)
                  : std::nullopt;
        const bool alpha = one.name.starts_with("krippendorff_alpha") && value && !replicates[row].empty();
        const auto known = std::ranges::count_if(replicates[row], [](double x) { return !std::isnan(x); });
        table.add(one.name, value, interval ? std::optional(interval->lower) : std::nullopt,
                  interval ? std::optional(interval->upper) : std::nullopt, patterns.pairable, coded.coders.size(),
                  one.code, one.name == "gwet_ac1" && value ? ac1_standard_error(coded, patterns) : std::nullopt,
                  alpha ? share_below(replicates[row], 0.667) : Column::missing_real,
                  alpha ? share_below(replicates[row], 0.8) : Column::missing_real,
                  value ? std::optional(known) : std::nullopt, value ? std::string() : why_undefined(coded, one));
    }
    if (!varies) warnings.push_back("coefficients of agreement have no value: " + why_undefined(coded, rows.front()));
    return table.table();
}

Table pairwise_agreement_table(const CodedUnits& coded, MeasurementLevel level) {
    TableRows table(TextColumn{"coder_1"}, TextColumn{"coder_2"}, IntegerColumn{"n_units"},
                    RealColumn{"percent_agreement"}, RealColumn{"cohen_kappa"}, RealColumn{"cohen_kappa_linear"},
                    RealColumn{"cohen_kappa_squared"}, RealColumn{"krippendorff_alpha"});
    for (std::size_t first = 0; first < coded.coders.size(); ++first) {
        for (std::size_t second = first + 1; second < coded.coders.size(); ++second) {
            CodedUnits pair{coded.units, {coded.coders[first], coded.coders[second]}, coded.codes, coded.numbers, {}};
            bool together = false;
            for (std::size_t unit = 0; unit < coded.units.size(); ++unit) {
                const auto codes = coded.of_unit(unit);
                pair.code.insert(pair.code.end(), {codes[first], codes[second]});
                together = together || (codes[first] >= 0 && codes[second] >= 0);
            }
            if (!together) {
                table.add(pair.coders[0], pair.coders[1], 0, std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                          std::nullopt);
                continue;
            }
            const CodedPatterns patterns = coded_patterns(pair, "");
            std::vector<double> weights;
            for (const auto& pattern : patterns.patterns) weights.push_back(pattern.units);
            const Agreement one = agreement(pair, patterns, weights, level, false);
            table.add(pair.coders[0], pair.coders[1], patterns.pairable, one.percent, one.cohen, one.cohen_linear,
                      one.cohen_squared, one.alpha);
        }
    }
    return table.table();
}

}  // namespace tarazy
