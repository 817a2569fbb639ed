#include "study/multiverse_tables.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "study/study_choices.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace tarazy {
namespace {

std::string alternative_id(const StudyFile& study, std::size_t choice, std::size_t place) {
    return study.choices[choice].alternatives[place].id.text;
}

/// All rows of one proposition's test that differ in value.
struct CurvePoint {
    const UniverseTest* test = nullptr;
    Picked picked;  ///< of the choices that touch the test
    std::size_t universes = 0;
};

/// Ascending, unknown last; ties by the alternatives.
bool comes_before(const CurvePoint& a, const CurvePoint& b) {
    const auto key = [](const CurvePoint& point) {
        return std::tuple(!point.test->value.has_value(), point.test->value.value_or(0));
    };
    return key(a) != key(b) ? key(a) < key(b) : a.picked < b.picked;
}

/// Where the proposition was judged in a sample its rows are those of the sample.
std::vector<CurvePoint> curve_of(const Multiverse& multiverse, std::size_t p, std::size_t t) {
    const PropositionUniverses& of = multiverse.propositions[p];
    std::map<Picked, CurvePoint> points;
    const auto count = [&](const Picked& universe, const UniverseVerdict& verdict) {
        Picked own = picked_of(multiverse.touch.tests[p][t], universe);
        CurvePoint& point = points[own];
        point.test = &verdict.tests[t];
        point.picked = std::move(own);
        ++point.universes;
    };
    if (of.all) {
        for (const auto& [picked, verdict] : of.judged) count(picked, verdict);
    } else {
        for (const Picked& universe : multiverse.universes) count(universe, of.in(universe));
    }
    std::vector<CurvePoint> curve;
    for (auto& [picked, point] : points) curve.push_back(std::move(point));
    std::ranges::sort(curve, comes_before);
    return curve;
}

void add_choice_columns(Table& table, const StudyFile& study, const std::vector<std::vector<std::string>>& cells) {
    for (std::size_t c = 0; c < study.choices.size(); ++c)
        table.add("choice." + study.choices[c].id.text, Column(std::span<const std::string>(cells[c])));
}

std::string reading_of(const VerdictMove& move) {
    if (move.changes == 0)
        return move.exact ? "moves nothing: the verdict is the same under each of its alternatives"
                          : "moved nothing in the universes that were drawn";
    const double percent = std::round(move.changes * 1000) / 10;
    return "with the other choices as they are, another alternative changes the verdict in " + number_text(percent) +
           "% of the universes" + std::string(move.exact ? "" : " that were drawn");
}

std::string how_counted(bool all) {
    return all ? "all" : "sample";
}

}  // namespace

Table universes_table(const StudyFile& study, const Multiverse& multiverse) {
    std::vector<std::int64_t> numbers;
    std::vector<std::vector<std::string>> choices(study.choices.size());
    for (const Picked& universe : multiverse.universes) {
        numbers.push_back(static_cast<std::int64_t>(numbers.size()) + 1);
        for (std::size_t c = 0; c < universe.size(); ++c) choices[c].push_back(alternative_id(study, c, universe[c]));
    }
    Table table;
    table.add("universe", Column(std::move(numbers)));
    add_choice_columns(table, study, choices);
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        std::vector<std::string> verdicts;
        for (const Picked& universe : multiverse.universes)
            verdicts.emplace_back(to_string(multiverse.propositions[p].in(universe).verdict));
        table.add("verdict." + study.propositions[p].id.text, Column(std::span<const std::string>(verdicts)));
    }
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
            std::vector<double> values;
            for (const Picked& universe : multiverse.universes)
                values.push_back(multiverse.propositions[p].in(universe).tests[t].value.value_or(Column::missing_real));
            table.add("value." + study.propositions[p].id.text + '.' + std::to_string(t + 1),
                      Column(std::move(values)));
        }
    }
    return table;
}

Table verdicts_table(const StudyFile& study, const Multiverse& multiverse) {
    TableRows rows(TextColumn{"proposition"}, TextColumn{"as_it_stands"}, IntegerColumn{"fragile"},
                   IntegerColumn{"holds"}, IntegerColumn{"universes"}, IntegerColumn{"supported"},
                   IntegerColumn{"contradicted"}, IntegerColumn{"mixed"}, IntegerColumn{"silent"},
                   IntegerColumn{"not_tested"}, TextColumn{"how"}, ListColumn{"choices"}, ListColumn{"turned_by"});
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        const PropositionUniverses& of = multiverse.propositions[p];
        const Verdict own = of.as_it_stands().verdict;
        const VerdictShares shares = verdict_shares(multiverse, p);
        std::vector<std::string> choices, flips;
        for (const std::size_t choice : of.choices) choices.push_back(study.choices[choice].id.text);
        for (const LoneFlip& flip : lone_flips(multiverse.touch, of))
            flips.push_back(study.choices[flip.choice].id.text + " = " +
                            alternative_id(study, flip.choice, flip.alternative) + ": " +
                            std::string(to_string(flip.verdict)));
        rows.add(study.propositions[p].id.text, to_string(own), shares.of(own) < shares.universes, shares.of(own),
                 shares.universes, shares.of(Verdict::supported), shares.of(Verdict::contradicted),
                 shares.of(Verdict::mixed), shares.of(Verdict::silent), shares.of(Verdict::not_tested),
                 how_counted(of.all), choices, flips);
    }
    return rows.table();
}

Table moves_table(const StudyFile& study, const Multiverse& multiverse) {
    TableRows rows(TextColumn{"proposition"}, TextColumn{"choice"}, RealColumn{"total_order"}, RealColumn{"changes"},
                   TextColumn{"how"}, TextColumn{"reading"});
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        for (const VerdictMove& move : verdict_moves(multiverse.touch, multiverse.propositions[p]))
            rows.add(study.propositions[p].id.text, study.choices[move.choice].id.text, move.total_order, move.changes,
                     how_counted(move.exact), reading_of(move));
    }
    return rows.table();
}

Table curves_table(const StudyFile& study, const Multiverse& multiverse) {
    TableRows rows(TextColumn{"proposition"}, IntegerColumn{"test"}, TextColumn{"analysis"}, TextColumn{"quantity"},
                   TextColumn{"comparison"}, IntegerColumn{"place"}, RealColumn{"value"}, RealColumn{"lower"},
                   RealColumn{"upper"}, TextColumn{"result"}, IntegerColumn{"universes"},
                   IntegerColumn{"as_it_stands"});
    std::vector<std::vector<std::string>> choices(study.choices.size());
    for (std::size_t p = 0; p < study.propositions.size(); ++p) {
        for (std::size_t t = 0; t < study.propositions[p].tests.size(); ++t) {
            std::size_t place = 0;
            const ChoiceSet& touching = multiverse.touch.tests[p][t];
            for (const CurvePoint& point : curve_of(multiverse, p, t)) {
                const bool own = std::ranges::all_of(point.picked, [](std::size_t at) { return at == 0; });
                rows.add(study.propositions[p].id.text, t + 1, point.test->analysis, point.test->quantity,
                         point.test->criterion, ++place, point.test->value, point.test->lower, point.test->upper,
                         to_string(point.test->result), point.universes, own);
                for (std::size_t c = 0; c < choices.size(); ++c) {
                    const bool touches = std::ranges::find(touching, c) != touching.end();
                    choices[c].push_back(touches ? alternative_id(study, c, point.picked[c]) : "");
                }
            }
        }
    }
    Table table = rows.table();
    add_choice_columns(table, study, choices);
    return table;
}

std::vector<std::string> multiverse_notes(const StudyFile& study, const Multiverse& multiverse) {
    std::vector<std::string> notes;
    for (const LeftOutAlternative& one : multiverse.touch.left_out)
        notes.push_back("left out: the alternative '" + alternative_id(study, one.choice, one.alternative) +
                        "' of the choice '" + study.choices[one.choice].id.text + "': " + one.why);
    if (!multiverse.all)
        notes.push_back("the universes listed are the study as it stands and a sample of " +
                        std::to_string(multiverse.universes.size() - 1) + " of " + std::to_string(multiverse.possible));
    for (std::size_t p = 0; p < multiverse.propositions.size(); ++p) {
        const PropositionUniverses& of = multiverse.propositions[p];
        if (!of.all)
            notes.push_back("the choices that touch " + study.propositions[p].id.text + " have " +
                            std::to_string(count_combinations(multiverse.touch, of.choices)) +
                            " combinations: its shares are of the sample, its indices of " +
                            std::to_string(of.centres.size()) +
                            " universes, each under every alternative of each choice");
    }
    for (const UniverseFailure& failure : multiverse.failures)
        notes.push_back("the analysis '" + study.analyses[failure.analysis].id.text + "' has no result with " +
                        picked_text(study.choices, failure.picked) + ": " + failure.why +
                        (failure.refused ? "; verdicts on it count as silent there" : ""));
    return notes;
}

}  // namespace tarazy
