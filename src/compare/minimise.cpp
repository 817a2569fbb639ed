#include "compare/minimise.hpp"

#include "compare/covers.hpp"
#include "compare/prime_implicants.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace tarazy {
namespace {

std::vector<Literals> rows_with(const TruthTable& table, std::initializer_list<RowOutcome> outcomes) {
    std::vector<Literals> rows;
    for (const TruthRow& row : table.rows) {
        if (std::ranges::find(outcomes, row.outcome) != outcomes.end()) rows.push_back(row.literals);
    }
    return rows;
}

CodedRows explained_rows(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    CodedRows rows = without_excluded(coded_rows(table), options);
    if (rows.positive.empty()) {
        throw InputError(Problem{cases.source, 0, 0, "no row of the truth table explains " + cases.outcome_name,
                                 "lower --incl-cut or --n-cut, or look at the table: tarazy compare truth-table"});
    }
    return rows;
}

/// The part of a term outside one configuration, as disjoint terms.
std::vector<Literals> without_row(const PropertySpace& space, Literals term, Literals row) {
    std::vector<Literals> parts;
    Literals prefix = term;
    for (std::size_t c = 0; c < space.size(); ++c) {
        if (space.level(term, c) >= 0) continue;
        const int own = space.level(row, c);
        for (unsigned level = 0; level < space.conditions[c].levels; ++level) {
            if (static_cast<int>(level) != own) parts.push_back(prefix | space.literal(c, level));
        }
        if (own >= 0) prefix = prefix | space.literal(c, static_cast<unsigned>(own));
    }
    return parts;
}

/// Excluded terms never take an observed positive row away: cases weigh more than assumptions.
std::vector<Literals> negatives_of(const PropertySpace& space, const CodedRows& rows,
                                   const std::vector<Literals>& excluded) {
    std::vector<Literals> parts = excluded;
    for (const Literals row : rows.positive) {
        std::vector<Literals> next;
        for (const Literals part : parts) {
            if (!part.covers(row)) {
                next.push_back(part);
                continue;
            }
            for (const Literals rest : without_row(space, part, row)) next.push_back(rest);
        }
        parts = std::move(next);
    }
    std::vector<Literals> negatives = rows.negative;
    negatives.insert(negatives.end(), parts.begin(), parts.end());
    return negatives;
}

/// Prime implicants that stand in every model, in their order.
std::vector<Literals> in_every_model(const Solution& solution) {
    std::vector<Literals> result;
    for (const Literals prime : solution.prime_implicants) {
        const bool everywhere = std::ranges::all_of(solution.models, [&](const std::vector<Literals>& model) {
            return std::ranges::find(model, prime) != model.end();
        });
        if (everywhere) result.push_back(prime);
    }
    return result;
}

Solution solve_chart(PrimeImplicants primes, const std::vector<Literals>& positives, const MinimiseOptions& options) {
    std::vector<RowSet> chart = prime_implicant_chart(primes.terms, positives);
    if (options.row_dominance) {
        const std::vector<bool> keep = undominated(chart);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < keep.size(); ++i) {
            if (!keep[i]) continue;
            primes.terms[kept] = primes.terms[i];
            chart[kept++] = chart[i];
        }
        primes.terms.resize(kept);
        chart.resize(kept);
    }
    Solution solution;
    solution.complete = primes.complete;
    solution.prime_implicants = std::move(primes.terms);
    // An enumeration cut short may leave rows without any prime implicant: then there is no cover to search for.
    if (!solution.complete) return solution;
    const Covers covers = options.irredundant ? irredundant_covers(chart, positives.size(), options.model_limit)
                                              : minimum_covers(chart, positives.size(), options.model_limit);
    solution.complete = covers.complete;
    solution.n_models = covers.count;
    for (const std::vector<std::size_t>& columns : covers.models) {
        std::vector<Literals> model;
        for (const std::size_t column : columns) model.push_back(solution.prime_implicants[column]);
        solution.models.push_back(std::move(model));
    }
    solution.essential = in_every_model(solution);
    return solution;
}

/// Configurations without a case in a coded row, as numbers and literals; nothing when there are too many.
struct Remainders {
    std::vector<std::uint64_t> numbers;
    std::vector<Literals> literals;
};

std::optional<Remainders> remainders_of(const Cases& cases, const TruthTable& table, std::uint64_t limit) {
    const std::uint64_t count = cases.space.configurations();
    if (count == 0 || count > limit) return std::nullopt;
    const std::vector<Literals> coded =
        rows_with(table, {RowOutcome::positive, RowOutcome::negative, RowOutcome::contradiction});
    std::vector<Literals> sorted = coded;
    std::ranges::sort(sorted);
    Remainders result;
    for (std::uint64_t number = 1; number <= count; ++number) {
        const Literals row = configuration_literals(cases.space, configuration_levels(cases.space, number));
        if (std::ranges::binary_search(sorted, row)) continue;
        result.numbers.push_back(number);
        result.literals.push_back(row);
    }
    return result;
}

bool model_covers(const std::vector<Literals>& model, Literals row) {
    return std::ranges::any_of(model, [&](Literals term) { return term.covers(row); });
}

std::vector<std::uint64_t> assumed_rows(const Remainders& remainders, const std::vector<Literals>& model) {
    std::vector<std::uint64_t> rows;
    for (std::size_t i = 0; i < remainders.numbers.size(); ++i) {
        if (model_covers(model, remainders.literals[i])) rows.push_back(remainders.numbers[i]);
    }
    return rows;
}

void list_assumptions(const Cases& cases, const TruthTable& table, std::uint64_t limit, Solution& solution) {
    const std::optional<Remainders> remainders = remainders_of(cases, table, limit);
    if (!remainders) return;
    solution.assumptions.emplace();
    for (const auto& model : solution.models) solution.assumptions->push_back(assumed_rows(*remainders, model));
}

/// The literals of a conservative term that stay whatever the parsimonious one says (Ragin 2008, ch. 9): those
/// expected, and those of conditions nobody has an expectation about.
Literals kept_literals(const PropertySpace& space, Literals complex, const std::vector<Literals>& expectations) {
    Literals expected, spoken_of;
    for (const Literals expectation : expectations) {
        for (std::size_t c = 0; c < space.size(); ++c) {
            if (space.level(expectation, c) >= 0) spoken_of = spoken_of | space.of(c);
        }
        if (expectation.covers(complex)) expected = expected | expectation;
    }
    return (complex & expected) | complex.without(spoken_of);
}

/// A conservative model beside what stays of each of its terms.
struct KeptModel {
    std::vector<Literals> terms, kept;

    KeptModel(const PropertySpace& space, const std::vector<Literals>& model, const MinimiseOptions& options)
        : terms(model) {
        for (const Literals term : model) kept.push_back(kept_literals(space, term, options.expectations));
    }
};

/// What remains of the conservative terms when the parsimonious ones and the expectations let literals go: these terms
/// cover the easy counterfactuals.
std::vector<Literals> easy_terms(const KeptModel& conservative, const std::vector<Literals>& parsimonious) {
    std::vector<Literals> terms;
    for (std::size_t k = 0; k < conservative.terms.size(); ++k) {
        for (const Literals simple : parsimonious) {
            if (simple.covers(conservative.terms[k])) terms.push_back(simple | conservative.kept[k]);
        }
    }
    return terms;
}

/// Leaves out terms that another one covers, and puts the rest in order.
void keep_largest(std::vector<Literals>& terms) {
    std::vector<Literals> largest;
    for (const Literals term : terms) {
        if (std::ranges::any_of(largest, [&](Literals other) { return other.covers(term); })) continue;
        std::erase_if(largest, [&](Literals other) { return term.covers(other); });
        largest.push_back(term);
    }
    std::ranges::sort(largest);
    terms = std::move(largest);
}

Solution with_easy_terms(const PropertySpace& space, const CodedRows& rows, const std::vector<Literals>& easy,
                         const MinimiseOptions& options) {
    std::vector<Literals> allowed = easy;
    allowed.insert(allowed.end(), rows.positive.begin(), rows.positive.end());
    return solve_chart(closed_prime_implicants(space, allowed, options.prime_limit), rows.positive, options);
}

void list_counterfactuals(const Remainders& remainders, const std::vector<Literals>& easy,
                          const std::vector<Literals>& parsimonious, Solution& solution) {
    for (std::size_t i = 0; i < remainders.numbers.size(); ++i) {
        if (!model_covers(parsimonious, remainders.literals[i])) continue;
        const bool is_easy = model_covers(easy, remainders.literals[i]);
        (is_easy ? solution.easy : solution.difficult).push_back(remainders.numbers[i]);
    }
    solution.assumptions.emplace();
    for (const auto& model : solution.models) solution.assumptions->push_back(assumed_rows(remainders, model));
}

}  // namespace

CodedRows coded_rows(const TruthTable& table) {
    return {rows_with(table, {RowOutcome::positive}),
            rows_with(table, {RowOutcome::negative, RowOutcome::contradiction})};
}

CodedRows without_excluded(CodedRows rows, const MinimiseOptions& options) {
    if (!options.excluded_cases) return rows;
    const auto excluded = [&](Literals row) {
        return std::ranges::any_of(options.excluded, [&](Literals term) { return term.covers(row); });
    };
    const auto first = std::ranges::stable_partition(rows.positive, std::not_fn(excluded)).begin();
    rows.negative.insert(rows.negative.end(), first, rows.positive.end());
    rows.positive.erase(first, rows.positive.end());
    return rows;
}

Solution conservative_solution(const PropertySpace& space, const CodedRows& rows, const MinimiseOptions& options) {
    if (rows.positive.empty()) return {};
    return solve_chart(closed_prime_implicants(space, rows.positive, options.prime_limit), rows.positive, options);
}

Solution parsimonious_solution(const PropertySpace& space, const CodedRows& rows, const MinimiseOptions& options) {
    const std::vector<Literals> negatives = negatives_of(space, rows, options.excluded);
    if (rows.positive.empty() || negatives.empty()) return {};
    return solve_chart(free_prime_implicants(rows.positive, negatives, options.prime_limit), rows.positive, options);
}

std::vector<Solution> intermediate_solutions(const PropertySpace& space, const CodedRows& rows,
                                             const Solution& conservative, const Solution& parsimonious,
                                             const MinimiseOptions& options) {
    std::set<std::vector<Literals>> distinct;
    for (const auto& complex : conservative.models) {
        const KeptModel kept(space, complex, options);
        for (const auto& simple : parsimonious.models) {
            std::vector<Literals> easy = easy_terms(kept, simple);
            keep_largest(easy);
            distinct.insert(std::move(easy));
        }
    }
    std::vector<Solution> solutions;
    for (const auto& easy : distinct) solutions.push_back(with_easy_terms(space, rows, easy, options));
    return solutions;
}

bool nothing_to_contrast(const PropertySpace& space, const CodedRows& rows, const MinimiseOptions& options) {
    return !rows.positive.empty() && negatives_of(space, rows, options.excluded).empty();
}

std::string nothing_to_contrast_text(const Cases& cases) {
    return "every row of the truth table explains " + cases.outcome_name + ", so nothing sets these cases apart";
}

Solution conservative_solution(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    Solution solution = conservative_solution(cases.space, explained_rows(cases, table, options), options);
    solution.assumptions.emplace(solution.models.size());
    return solution;
}

Solution parsimonious_solution(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    const CodedRows rows = explained_rows(cases, table, options);
    if (nothing_to_contrast(cases.space, rows, options)) {
        throw InputError(Problem{cases.source, 0, 0,
                                 nothing_to_contrast_text(cases) + ": only the conservative solution has a meaning",
                                 "ask for it (--solution conservative), add cases without the outcome, or raise "
                                 "--incl-cut"});
    }
    Solution solution = parsimonious_solution(cases.space, rows, options);
    list_assumptions(cases, table, options.row_limit, solution);
    return solution;
}

std::map<std::string, Solution> intermediate_solutions(const Cases& cases, const TruthTable& table,
                                                       const Solution& conservative, const Solution& parsimonious,
                                                       const MinimiseOptions& options) {
    const CodedRows rows = explained_rows(cases, table, options);
    const std::optional<Remainders> remainders = remainders_of(cases, table, options.row_limit);
    std::map<std::string, Solution> result;
    for (std::size_t c = 0; c < conservative.models.size(); ++c) {
        const KeptModel kept(cases.space, conservative.models[c], options);
        for (std::size_t p = 0; p < parsimonious.models.size(); ++p) {
            const std::vector<Literals> easy = easy_terms(kept, parsimonious.models[p]);
            Solution solution = with_easy_terms(cases.space, rows, easy, options);
            if (remainders) list_counterfactuals(*remainders, easy, parsimonious.models[p], solution);
            result["C" + std::to_string(c + 1) + "P" + std::to_string(p + 1)] = std::move(solution);
        }
    }
    return result;
}

ModelFit fit_model(const Cases& cases, const std::vector<Literals>& model) {
    std::vector<std::vector<double>> sets;
    for (const Literals term : model) sets.push_back(term_membership(cases, term));
    const std::vector<std::optional<double>> unique = unique_coverage(sets, cases.outcome, cases.weights);
    ModelFit result;
    for (std::size_t i = 0; i < model.size(); ++i) {
        result.terms.push_back({model[i], sufficiency(sets[i], cases.outcome, cases.weights), unique[i]});
    }
    result.model = sufficiency(model_membership(cases, model), cases.outcome, cases.weights);
    return result;
}

}  // namespace tarazy
