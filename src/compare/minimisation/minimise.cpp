#include "compare/minimisation/minimise.hpp"

#include "base/text_lists.hpp"
#include "compare/minimisation/covers.hpp"
#include "compare/minimisation/prime_implicants.hpp"

#include <algorithm>
#include <functional>
#include <map>
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

bool covered_by(const std::vector<Literals>& terms, Literals row) {
    return std::ranges::any_of(terms, [&](Literals term) { return term.covers(row); });
}

/// `A = 1, B = - (cases x, y)`
std::string described(const Cases& cases, const TruthTable& table, Literals literals) {
    const TruthRow& row = *std::ranges::find(table.rows, literals, &TruthRow::literals);
    std::string text;
    for (std::size_t c = 0; c < row.levels.size(); ++c) {
        add_item(text,
                 cases.space.conditions[c].name + " = " + (row.levels[c] < 0 ? "-" : std::to_string(row.levels[c])));
    }
    text += row.cases.size() == 1 ? " (case " : " (cases ";
    for (const std::size_t i : row.cases) text += (i == row.cases.front() ? "'" : ", '") + cases.names[i] + '\'';
    return text + ')';
}

/// What parsimonious terms keep away from: negative rows, and all configurations of the excluded terms.
std::vector<Literals> avoided(const PropertySpace& space, const CodedRows& rows,
                              const std::vector<Literals>& excluded) {
    std::vector<Literals> all = rows.negative;
    for (const Literals term : excluded) all.push_back(possible_literals(space, term));
    return all;
}

/// Every positive row that no term tells from a negative one, with one of these.
void require_separable(const Cases& cases, const TruthTable& table, const CodedRows& rows) {
    Diagnostics problems;
    for (const Literals row : rows.positive) {
        const auto like = std::ranges::find_if(rows.negative, [&](Literals other) { return row.covers(other); });
        if (like == rows.negative.end()) continue;
        problems.add({cases.source, 0, 0,
                      "the row " + described(cases, table, row) + " explains " + cases.outcome_name +
                          ", but whatever combination of conditions covers it also covers the row " +
                          described(cases, table, *like) + ", which does not",
                      "'-' (does not apply) tells no case apart: add a condition that does, recode these cells, or "
                      "leave the condition or the case out"});
    }
    problems.throw_if_any();
}

CodedRows explained_rows(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    const CodedRows coded = coded_rows(table);
    CodedRows rows = without_excluded(coded, options.excluded);
    if (coded.positive.empty()) {
        throw InputError(Problem{cases.source, 0, 0, "no row of the truth table explains " + cases.outcome_name,
                                 "lower --incl-cut or --n-cut, or look at the table: tarazy compare truth-table"});
    }
    if (rows.positive.empty()) {
        throw InputError(Problem{cases.source, 0, 0,
                                 "the excluded expression covers every row that explains " + cases.outcome_name,
                                 "exclude less"});
    }
    require_separable(cases, table, rows);
    return rows;
}

/// Terms of the first model that stand in every other one too, in their order.
std::vector<Literals> in_every_model(const std::vector<std::vector<Literals>>& models) {
    if (models.empty()) return {};
    std::vector<Literals> result = models.front();
    for (const std::vector<Literals>& model : models) {
        std::erase_if(result, [&](Literals term) { return std::ranges::find(model, term) == model.end(); });
    }
    return result;
}

/// @pre every positive row has a prime implicant, where all of these are there
Solution solve_chart(PrimeImplicants primes, const std::vector<Literals>& positives, const MinimiseOptions& options) {
    Solution solution;
    solution.complete = primes.complete;
    // An enumeration cut short may leave rows without any prime implicant: then there is no cover to search for.
    if (!solution.complete) {
        solution.prime_implicants = std::move(primes.terms);
        return solution;
    }
    std::vector<RowSet> chart = prime_implicant_chart(primes.terms, positives, options.work);
    if (options.row_dominance) {
        const std::vector<bool> keep = undominated(chart, options.work);
        std::size_t kept = 0;
        for (std::size_t i = 0; i < keep.size(); ++i) {
            if (!keep[i]) continue;
            primes.terms[kept] = primes.terms[i];
            chart[kept++] = chart[i];
        }
        primes.terms.resize(kept);
        chart.resize(kept);
    }
    solution.prime_implicants = std::move(primes.terms);
    const Covers covers = options.irredundant
                              ? irredundant_covers(chart, positives.size(), options.model_limit, options.work)
                              : minimum_covers(chart, positives.size(), options.model_limit, options.work);
    solution.complete = covers.complete;
    solution.n_models = covers.count;
    for (const std::vector<std::size_t>& columns : covers.models) {
        std::vector<Literals> model;
        for (const std::size_t column : columns) model.push_back(solution.prime_implicants[column]);
        solution.models.push_back(std::move(model));
    }
    solution.essential = in_every_model(solution.models);
    return solution;
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

PrimeLimit prime_limit(const MinimiseOptions& options) {
    return {options.prime_limit, options.work};
}

Solution with_easy_terms(const PropertySpace& space, const CodedRows& rows, const std::vector<Literals>& easy,
                         const MinimiseOptions& options) {
    return solve_chart(closed_prime_implicants(space, rows.positive, easy, rows.negative, prime_limit(options)),
                       rows.positive, options);
}

}  // namespace

CodedRows coded_rows(const TruthTable& table) {
    return {rows_with(table, {RowOutcome::positive}),
            rows_with(table, {RowOutcome::negative, RowOutcome::contradiction})};
}

CodedRows without_excluded(CodedRows rows, const std::vector<Literals>& excluded) {
    if (excluded.empty()) return rows;
    const auto stays = [&](Literals row) { return !covered_by(excluded, row); };
    const auto first = std::stable_partition(rows.positive.begin(), rows.positive.end(), stays);
    rows.negative.insert(rows.negative.end(), first, rows.positive.end());
    rows.positive.erase(first, rows.positive.end());
    return rows;
}

std::vector<std::string> notes_on_excluded(const Cases& cases, const TruthTable& table,
                                           const std::vector<Literals>& excluded) {
    std::vector<std::string> notes;
    for (const TruthRow& row : table.rows) {
        if (row.outcome != RowOutcome::positive || !covered_by(excluded, row.literals)) continue;
        notes.push_back("the excluded expression covers the row " + described(cases, table, row.literals) +
                        ", which explains " + cases.outcome_name + ": it counts as one that does not");
    }
    return notes;
}

bool separable(const CodedRows& rows) {
    return std::ranges::none_of(rows.positive, [&](Literals row) {
        return std::ranges::any_of(rows.negative, [&](Literals other) { return row.covers(other); });
    });
}

Solution conservative_solution(const PropertySpace& space, const CodedRows& rows, const MinimiseOptions& options) {
    if (rows.positive.empty() || !separable(rows)) return {};
    return with_easy_terms(space, rows, {}, options);
}

Solution parsimonious_solution(const PropertySpace& space, const CodedRows& rows, const MinimiseOptions& options) {
    const CodedRows kept_apart{rows.positive, avoided(space, rows, options.excluded)};
    if (rows.positive.empty() || kept_apart.negative.empty() || !separable(kept_apart)) return {};
    return solve_chart(free_prime_implicants(rows.positive, kept_apart.negative, prime_limit(options)), rows.positive,
                       options);
}

std::vector<Solution> intermediate_solutions(const PropertySpace& space, const CodedRows& rows,
                                             const Solution& conservative, const Solution& parsimonious,
                                             const MinimiseOptions& options) {
    constexpr std::size_t most_pairs = 1'000'000;
    std::set<std::vector<Literals>> distinct;
    std::size_t pairs = 0;
    for (const auto& complex : conservative.models) {
        const KeptModel kept(space, complex, options);
        for (const auto& simple : parsimonious.models) {
            if (++pairs > most_pairs) break;
            options.work.check();
            std::vector<Literals> easy = easy_terms(kept, simple);
            keep_largest(easy);
            distinct.insert(std::move(easy));
        }
    }
    std::vector<Solution> solutions;
    for (const auto& easy : distinct) solutions.push_back(with_easy_terms(space, rows, easy, options));
    if (pairs > most_pairs) solutions.back().complete = false;
    return solutions;
}

bool nothing_to_contrast(const CodedRows& rows, const MinimiseOptions& options) {
    return !rows.positive.empty() && rows.negative.empty() && options.excluded.empty();
}

std::string nothing_to_contrast_text(const Cases& cases) {
    return "every row of the truth table explains " + cases.outcome_name + ", so nothing sets these cases apart";
}

void require_explained(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    static_cast<void>(explained_rows(cases, table, options));
}

Solution conservative_solution(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    return conservative_solution(cases.space, explained_rows(cases, table, options), options);
}

Solution parsimonious_solution(const Cases& cases, const TruthTable& table, const MinimiseOptions& options) {
    const CodedRows rows = explained_rows(cases, table, options);
    if (nothing_to_contrast(rows, options)) {
        throw InputError(Problem{cases.source, 0, 0,
                                 nothing_to_contrast_text(cases) + ": only the conservative solution has a meaning",
                                 "ask for it (--solution conservative), add cases without the outcome, or raise "
                                 "--incl-cut"});
    }
    Diagnostics problems;
    for (const Literals term : options.excluded) {
        for (const Literals row : rows.positive) {
            if (!row.covers(possible_literals(cases.space, term))) continue;
            problems.add({cases.source, 0, 0,
                          "whatever combination of conditions covers the row " + described(cases, table, row) +
                              " also covers configurations of the excluded " + term_text(cases.space, term),
                          "exclude less, or recode its '-' (does not apply)"});
        }
    }
    problems.throw_if_any();
    return parsimonious_solution(cases.space, rows, options);
}

PairedSolutions intermediate_solutions(const Cases& cases, const TruthTable& table, const Solution& conservative,
                                       const Solution& parsimonious, const MinimiseOptions& options) {
    const CodedRows rows = explained_rows(cases, table, options);
    PairedSolutions result;
    std::map<std::vector<Literals>, Solution> known;  // many pairs agree in what is easy
    WorkStep step(options.work, "intermediate solutions",
                  std::min(options.model_limit, conservative.models.size() * parsimonious.models.size()));
    MinimiseOptions each = options;
    each.work = options.work.unheard();
    for (std::size_t c = 0; c < conservative.models.size(); ++c) {
        const KeptModel kept(cases.space, conservative.models[c], options);
        for (std::size_t p = 0; p < parsimonious.models.size(); ++p) {
            if (result.pairs.size() == options.model_limit || options.work.time_is_up()) {
                result.complete = false;
                return result;
            }
            std::vector<Literals> easy = easy_terms(kept, parsimonious.models[p]);
            keep_largest(easy);
            const auto [at, fresh] = known.try_emplace(easy);
            if (fresh) at->second = with_easy_terms(cases.space, rows, easy, each);
            result.pairs.emplace_back("C" + std::to_string(c + 1) + "P" + std::to_string(p + 1), at->second);
            result.pairs.back().second.simplest = parsimonious.models[p];
            result.pairs.back().second.easy = std::move(easy);
            step.advance();
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
