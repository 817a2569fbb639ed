#include "report/multiverse_words.hpp"

#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::int64_t count_in(const Table& table, const char* column, std::size_t row) {
    return static_cast<std::int64_t>(number_in(table, column, row).value_or(0));
}

const StudyMultiverse::Choice* choice_of(const ReportContext& context, const std::string& id) {
    if (!context.result.multiverse) return nullptr;
    const auto& choices = context.result.multiverse->choices;
    const auto found = std::ranges::find(choices, id, &StudyMultiverse::Choice::id);
    return found == choices.end() ? nullptr : &*found;
}

}  // namespace

std::vector<ToldVerdict> told_verdicts(const ReportContext& context) {
    std::vector<ToldVerdict> told;
    if (!context.result.multiverse) return told;
    const Table* table = find_table(context.result.multiverse->tables, "verdicts");
    for (std::size_t row = 0; table != nullptr && row < table->rows(); ++row) {
        ToldVerdict one;
        one.proposition = text_in(*table, "proposition", row);
        one.as_it_stands = text_in(*table, "as_it_stands", row);
        one.holds = count_in(*table, "holds", row);
        one.universes = count_in(*table, "universes", row);
        one.fragile = count_in(*table, "fragile", row) != 0;
        one.all = text_in(*table, "how", row) == "all";
        one.turned_by = list_items(text_in(*table, "turned_by", row));
        for (const char* verdict : {"supported", "contradicted", "mixed", "silent", "not_tested"})
            one.counts.push_back(count_in(*table, verdict, row));
        told.push_back(std::move(one));
    }
    return told;
}

LocalText choice_name(const ReportContext& context, const std::string& choice) {
    const StudyMultiverse::Choice* found = choice_of(context, choice);
    return found == nullptr ? LocalText{choice, "", ""} : found->name;
}

LocalText alternative_name(const ReportContext& context, const std::string& choice, const std::string& alternative) {
    const StudyMultiverse::Choice* found = choice_of(context, choice);
    if (found == nullptr) return {alternative, "", ""};
    const auto one = std::ranges::find(found->alternatives, alternative, &StudyMultiverse::Alternative::id);
    return one == found->alternatives.end() ? LocalText{alternative, "", ""} : one->name;
}

Html alternatives_left_out(const ReportContext& context) {
    if (!context.result.multiverse) return {};
    const auto count = std::ranges::count_if(context.result.multiverse->notes, [](const std::string& note) {
        return note.starts_with("left out: ");  // as `multiverse_notes` begins them
    });
    return count == 0 ? Html{} : context.say("multiverse.left_out", {{"n", static_cast<std::int64_t>(count)}});
}

Html turned_in_words(const ReportContext& context, const std::string& turned) {
    // Ids hold neither blanks nor colons.
    const std::size_t is = turned.find(" = "), gives = turned.find(": ", is);
    if (is == std::string::npos || gives == std::string::npos) return english(turned);
    const std::string choice = turned.substr(0, is), alternative = turned.substr(is + 3, gives - is - 3);
    std::string verdict = turned.substr(gives + 2);
    std::ranges::replace(verdict, ' ', '_');
    return local(choice_name(context, choice)) + text(" – ") + local(alternative_name(context, choice, alternative)) +
           text(": ") + local(context.word("verdict.", verdict));
}

}  // namespace tarazy
