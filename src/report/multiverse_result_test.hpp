#pragma once

// For tests only: the sample result with a multiverse.

#include "analyses/sample_result_test.hpp"
#include "study/study_result.hpp"
#include "table/table_rows.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// Two choices; of the first proposition's four universes one has another verdict.
[[nodiscard]] inline StudyResult result_with_multiverse() {
    StudyResult result = sample_result();
    StudyMultiverse kept;
    kept.choices = {
        {"west",
         {"Who is the West?", "Батыс деген кім?", "Кто такой Запад?"},
         {"No theory says.", "Теория айтпайды.", "Теория не говорит."},
         {{"four", {"four <states>", "төрт", "четыре"}}, {"seven", {"seven", "жеті", "семь"}}}},
        {"coding",
         {"Coding", "Кодтау", "Кодирование"},
         {"One coder.", "Бір кодтаушы.", "Один кодировщик."},
         {{"recorded", {"as recorded", "жазылғандай", "как записано"}}, {"other", {"the other", "басқасы", "иная"}}}}};
    kept.command = "tarazy study multiverse studies/sample --derive";
    kept.version = "0.1.0";
    kept.possible = 4;
    kept.listed = 4;
    kept.notes = {"left out: the alternative 'nine'"};
    const std::string id = result.propositions.front().id;
    TableRows verdicts(TextColumn{"proposition"}, TextColumn{"as_it_stands"}, IntegerColumn{"fragile"},
                       IntegerColumn{"holds"}, IntegerColumn{"universes"}, IntegerColumn{"supported"},
                       IntegerColumn{"contradicted"}, IntegerColumn{"mixed"}, IntegerColumn{"silent"},
                       IntegerColumn{"not_tested"}, TextColumn{"how"}, ListColumn{"choices"}, ListColumn{"turned_by"});
    verdicts.add(id, "supported", 1, 3, 4, 3, 0, 1, 0, 0, "all", std::vector<std::string>{"west", "coding"},
                 std::vector<std::string>{"coding = other: mixed"});
    TableRows moves(TextColumn{"proposition"}, TextColumn{"choice"}, RealColumn{"total_order"}, RealColumn{"changes"},
                    TextColumn{"how"}, TextColumn{"reading"});
    moves.add(id, "west", 0.25, 0.125, "all", "");
    moves.add(id, "coding", 0.75, 0.5, "all", "");
    TableRows curves(TextColumn{"proposition"}, IntegerColumn{"test"}, TextColumn{"analysis"}, TextColumn{"quantity"},
                     TextColumn{"comparison"}, IntegerColumn{"place"}, RealColumn{"value"}, RealColumn{"lower"},
                     RealColumn{"upper"}, TextColumn{"result"}, IntegerColumn{"universes"},
                     IntegerColumn{"as_it_stands"}, TextColumn{"choice.west"}, TextColumn{"choice.coding"});
    curves.add(id, 1, "shares", "q", "> 0", 1, -0.5, -0.75, -0.25, "failed", 2, 0, "", "other");
    curves.add(id, 1, "shares", "q", "> 0", 2, 0.5, 0.25, 0.75, "passed", 2, 1, "", "recorded");
    curves.add(id, 2, "shares", "r", "> 0", 1, 7.0, std::nullopt, std::nullopt, "passed", 4, 1, "", "");
    kept.tables = {{"verdicts", verdicts.table()}, {"moves", moves.table()}, {"curves", curves.table()}};
    result.multiverse = std::move(kept);
    return result;
}

/// The same where the study was changed since.
[[nodiscard]] inline StudyResult result_with_stale_multiverse() {
    StudyResult result = result_with_multiverse();
    result.multiverse->stale = "changed since it was computed: [pole] of the study file";
    result.multiverse->tables.clear();
    return result;
}

}  // namespace tarazy
