#include "compare/minimisation/theory_evaluation.hpp"

#include "compare/minimisation/comparison_tables.hpp"
#include "compare/sets/boolean_algebra.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <tuple>

namespace tarazy {

std::vector<TheoryArea> theory_evaluation(const Cases& cases, const std::vector<Literals>& theory,
                                          const std::vector<Literals>& solution, const Work& work) {
    const std::vector<double> t = model_membership(cases, theory), s = model_membership(cases, solution);
    std::vector<TheoryArea> areas;
    for (const auto& [in_theory, in_solution] :
         {std::pair(true, true), std::pair(false, true), std::pair(true, false), std::pair(false, false)}) {
        TheoryArea area;
        area.name = std::string(in_theory ? "T" : "~T") + (in_solution ? "*S" : "*~S");
        area.expression = both(cases.space, in_theory ? theory : negation(cases.space, theory, work),
                               in_solution ? solution : negation(cases.space, solution, work), work);
        for (std::size_t i = 0; i < cases.size(); ++i)
            area.membership.push_back(std::min(in_theory ? t[i] : 1 - t[i], in_solution ? s[i] : 1 - s[i]));
        area.fit = sufficiency(area.membership, cases.outcome, cases.weights);
        area.with = cases_in(cases, area.membership, true);
        area.without = cases_in(cases, area.membership, false);
        areas.push_back(std::move(area));
    }
    return areas;
}

CaseType case_type(double x, double y) {
    if (x == 0.5 || y == 0.5) return CaseType::undecided;
    if (x > 0.5 && y > 0.5) return x <= y ? CaseType::typical : CaseType::deviant_degree;
    if (x > 0.5) return CaseType::deviant_consistency;
    return y > 0.5 ? CaseType::deviant_coverage : CaseType::irrelevant;
}

std::optional<double> case_distance(double x, double y) {
    switch (case_type(x, y)) {
        case CaseType::typical:
        case CaseType::deviant_degree: return 2 * std::abs(y - x) + (1 - x);
        case CaseType::deviant_consistency: return (1 - (x - y)) + (1 - x);
        case CaseType::deviant_coverage: return (1 - (y - x)) + (1 - y);
        case CaseType::irrelevant:
        case CaseType::undecided: break;
    }
    return std::nullopt;
}

const char* to_string(CaseType type) {
    switch (type) {
        case CaseType::typical: return "typical";
        case CaseType::deviant_degree: return "deviant consistency in degree";
        case CaseType::deviant_consistency: return "deviant consistency in kind";
        case CaseType::deviant_coverage: return "deviant coverage";
        case CaseType::irrelevant: return "individually irrelevant";
        case CaseType::undecided: return "undecided";
    }
    return "";
}

std::vector<TypicalCase> typical_cases(const Cases& cases, Literals term, std::size_t condition) {
    const int level = cases.space.level(term, condition);
    const Literals focal = cases.space.literal(condition, static_cast<unsigned>(level));
    const std::vector<double> x = term_membership(cases, term), own = term_membership(cases, focal),
                              others = term_membership(cases, term.without(focal));
    std::vector<TypicalCase> found;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const double y = cases.outcome[i];
        if (case_type(x[i], y) != CaseType::typical) continue;
        found.push_back({i, own[i], y, others[i], x[i], 2 * std::abs(y - own[i]) + (1 - x[i]), own[i] <= others[i]});
    }
    std::ranges::sort(found, stands_before,
                      [&](const TypicalCase& one) { return std::string_view(cases.names[one.at]); });
    std::ranges::stable_sort(found, [](const TypicalCase& a, const TypicalCase& b) {
        return std::tuple(!a.attributes, a.focal > a.outcome, a.distance) <
               std::tuple(!b.attributes, b.focal > b.outcome, b.distance);
    });
    return found;
}

TypicalPairs typical_pairs(const Cases& cases, Literals term, std::size_t condition, std::size_t most,
                           const Work& work) {
    std::vector<TypicalCase> typical = typical_cases(cases, term, condition);
    std::ranges::sort(typical, std::greater<>(), &TypicalCase::at);
    const auto better = [](const TypicalPair& a, const TypicalPair& b) {
        // Pairs alike in both stand in the order in which they were met.
        return std::tuple(!a.both_attribute, a.distance, b.first, b.second) <
               std::tuple(!b.both_attribute, b.distance, a.first, a.second);
    };
    TypicalPairs found;
    std::vector<TypicalPair>& best = found.best;
    const std::size_t room = most + std::max<std::size_t>(most, 1024);
    WorkStep step(work, "pairs of typical cases", typical.size());
    for (std::size_t i = 0; i < typical.size(); ++i) {
        step.advance();
        for (std::size_t j = i + 1; j < typical.size(); ++j) {
            const TypicalCase &a = typical[i], &b = typical[j];
            const double apart = (0.5 - (a.focal - b.focal)) + (0.5 - (a.outcome - b.outcome));
            const double off = 2 * std::abs(a.focal - a.outcome) + 2 * std::abs(b.focal - b.outcome);
            best.push_back({a.at, b.at, apart + off + std::abs(a.others - b.others), a.attributes && b.attributes});
            ++found.count;
            if (best.size() < room) continue;
            std::ranges::nth_element(best, best.begin() + static_cast<std::ptrdiff_t>(most), better);
            best.resize(most);
        }
    }
    std::ranges::sort(best, better);
    if (best.size() > most) best.resize(most);
    return found;
}

}  // namespace tarazy
