#include "simulate/sensitivity/sensitivity_table.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "simulate/designs/morris_design.hpp"
#include "simulate/designs/saltelli_design.hpp"
#include "simulate/designs/shapley_design.hpp"
#include "simulate/sensitivity/borgonovo_delta.hpp"
#include "simulate/sensitivity/morris_effects.hpp"
#include "simulate/sensitivity/pawn_indices.hpp"
#include "simulate/sensitivity/shapley_effects.hpp"
#include "simulate/sensitivity/sobol_indices.hpp"
#include "table/table_rows.hpp"

#include <initializer_list>

namespace tarazy {
namespace {

const std::vector<std::string> sensitivity_methods = {"sobol", "pairs", "morris", "shapley", "delta", "pawn"};

std::string index_note(const std::string& reason,
                       std::initializer_list<std::pair<const char*, IndexEstimate>> indices) {
    if (!reason.empty()) return reason;
    std::string note;
    for (const auto& [name, estimate] : indices) {
        if (!estimate.may_be_zero()) continue;
        note += note.empty() ? "" : ", ";
        note += name;
    }
    return note.empty() ? note : note + " may be 0";
}

/// The estimate of an input, or cells without numbers where there are no indices.
struct EstimateCells {
    std::optional<double> value = {}, conf = {}, lower = {}, upper = {};
    IndexEstimate estimate = {};

    EstimateCells(const std::vector<IndexEstimate>& all, std::size_t place) {
        if (place >= all.size()) return;
        estimate = all[place];
        value = estimate.value;
        conf = estimate.conf;
        lower = estimate.lower;
        upper = estimate.upper;
    }
};

Table sobol_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    const SaltelliLayout layout = saltelli_layout(design);
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input"}, RealColumn{"S1"}, RealColumn{"S1_conf"},
                   RealColumn{"S1_lower"}, RealColumn{"S1_upper"}, RealColumn{"ST"}, RealColumn{"ST_conf"},
                   RealColumn{"ST_lower"}, RealColumn{"ST_upper"}, TextColumn{"notes"});
    for (const RunOutcome& outcome : outcomes) {
        const SobolIndices indices = sobol_indices(layout, outcome.values, options.resampling);
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            const EstimateCells s(indices.first, i), t(indices.total, i);
            rows.add(outcome.name, design.inputs[i], s.value, s.conf, s.lower, s.upper, t.value, t.conf, t.lower,
                     t.upper, index_note(indices.reason, {{"S1", s.estimate}, {"ST", t.estimate}}));
        }
    }
    return rows.table();
}

Table pairs_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    const SaltelliLayout layout = saltelli_layout(design);
    if (!layout.pairs)
        throw UsageError("the design has no rows for indices of pairs; make it with `simulate sample --pairs`");
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input1"}, TextColumn{"input2"}, RealColumn{"S2"},
                   RealColumn{"S2_conf"}, RealColumn{"S2_lower"}, RealColumn{"S2_upper"}, TextColumn{"notes"});
    const std::size_t inputs = design.inputs.size();
    for (const RunOutcome& outcome : outcomes) {
        const SobolIndices indices = sobol_indices(layout, outcome.values, options.resampling);
        for (std::size_t j = 0; j < inputs; ++j) {
            for (std::size_t k = j + 1; k < inputs; ++k) {
                const EstimateCells s(indices.pairs, pair_place(j, k, inputs));
                rows.add(outcome.name, design.inputs[j], design.inputs[k], s.value, s.conf, s.lower, s.upper,
                         index_note(indices.reason, {{"S2", s.estimate}}));
            }
        }
    }
    return rows.table();
}

unsigned morris_levels(const Design& design, const SensitivityOptions& options) {
    const std::string prefix = "morris-";
    std::optional<std::int64_t> of_design;
    if (design.kind.starts_with(prefix)) of_design = parse_integer(std::string_view(design.kind).substr(prefix.size()));
    const unsigned levels = options.levels != 0 ? options.levels : static_cast<unsigned>(of_design.value_or(4));
    if (of_design && levels != *of_design)
        refuse_argument("--levels", std::to_string(levels), "the design has " + std::to_string(*of_design));
    if (levels < 2 || levels % 2 != 0) refuse_argument("--levels", std::to_string(levels), "give an even number");
    return levels;
}

Table morris_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    const MorrisLayout layout = morris_layout(design);
    const double step = morris_step(morris_levels(design, options));
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input"}, RealColumn{"mu"}, RealColumn{"mu_conf"},
                   RealColumn{"mu_star"}, RealColumn{"mu_star_conf"}, RealColumn{"mu_star_lower"},
                   RealColumn{"mu_star_upper"}, RealColumn{"sigma"}, TextColumn{"notes"});
    for (const RunOutcome& outcome : outcomes) {
        const MorrisEffects effects = morris_effects(layout, outcome.values, step, options.resampling);
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            const EstimateCells mu(effects.mu, i), size(effects.mu_star, i);
            const std::optional<double> sigma =
                i < effects.sigma.size() ? std::optional(effects.sigma[i]) : std::nullopt;
            rows.add(outcome.name, design.inputs[i], mu.value, mu.conf, size.value, size.conf, size.lower, size.upper,
                     sigma, index_note(effects.reason, {{"mu", mu.estimate}, {"mu_star", size.estimate}}));
        }
    }
    return rows.table();
}

Table shapley_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    const ShapleyLayout layout = shapley_layout(design);
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input"}, RealColumn{"share"}, RealColumn{"share_conf"},
                   RealColumn{"share_lower"}, RealColumn{"share_upper"}, TextColumn{"notes"});
    for (const RunOutcome& outcome : outcomes) {
        const ShapleyEffects effects =
            shapley_effects(layout, design.inputs.size(), outcome.values, options.resampling);
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            const EstimateCells share(effects.shares, i);
            rows.add(outcome.name, design.inputs[i], share.value, share.conf, share.lower, share.upper,
                     index_note(effects.reason, {{"share", share.estimate}}));
        }
    }
    return rows.table();
}

Table delta_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input"}, RealColumn{"delta"}, RealColumn{"delta_conf"},
                   RealColumn{"delta_lower"}, RealColumn{"delta_upper"}, RealColumn{"S1"}, TextColumn{"notes"});
    for (const RunOutcome& outcome : outcomes) {
        const DeltaIndices indices = borgonovo_delta(design, outcome.values, options.resampling);
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            const EstimateCells delta(indices.delta, i);
            const std::optional<double> first =
                i < indices.first.size() ? std::optional(indices.first[i]) : std::nullopt;
            rows.add(outcome.name, design.inputs[i], delta.value, delta.conf, delta.lower, delta.upper, first,
                     index_note(indices.reason, {{"delta", delta.estimate}}));
        }
    }
    return rows.table();
}

Table pawn_table(const Design& design, const std::vector<RunOutcome>& outcomes, const SensitivityOptions& options) {
    TableRows rows(TextColumn{"outcome"}, TextColumn{"input"}, RealColumn{"median"}, RealColumn{"mean"},
                   RealColumn{"minimum"}, RealColumn{"maximum"}, RealColumn{"cv"}, IntegerColumn{"slices"},
                   RealColumn{"dummy_median"}, TextColumn{"notes"});
    for (const RunOutcome& outcome : outcomes) {
        const PawnIndices indices = pawn_indices(
            design, outcome.values,
            {options.slices, options.resampling.seed, options.resampling.threads, options.resampling.work});
        for (std::size_t i = 0; i < design.inputs.size(); ++i) {
            if (!indices.reason.empty()) {
                rows.add(outcome.name, design.inputs[i], std::nullopt, std::nullopt, std::nullopt, std::nullopt,
                         std::nullopt, std::nullopt, std::nullopt, indices.reason);
                continue;
            }
            const PawnIndex& index = indices.inputs[i];
            rows.add(outcome.name, design.inputs[i], index.median, index.mean, index.minimum, index.maximum,
                     index.coefficient_of_variation, index.slices, indices.dummy.median,
                     index.median <= indices.dummy.median ? "no more than an input that does not matter" : "");
        }
    }
    return rows.table();
}

}  // namespace

std::string method_of_design(const Design& design) {
    if (design.kind.starts_with("saltelli")) return "sobol";
    if (design.kind.starts_with("morris-")) return "morris";
    return design.kind.starts_with("shapley-") ? "shapley" : "delta";
}

Table sensitivity_table(const Design& design, const std::vector<RunOutcome>& outcomes,
                        const SensitivityOptions& options) {
    (void)check_one_of(options.method, sensitivity_methods, "--method");
    if (options.method == "sobol") return sobol_table(design, outcomes, options);
    if (options.method == "pairs") return pairs_table(design, outcomes, options);
    if (options.method == "morris") return morris_table(design, outcomes, options);
    if (options.method == "shapley") return shapley_table(design, outcomes, options);
    return options.method == "delta" ? delta_table(design, outcomes, options) : pawn_table(design, outcomes, options);
}

}  // namespace tarazy
