#include "analyses/trace/changepoints_events.hpp"

#include "base/edtf.hpp"
#include "base/text_lists.hpp"
#include "trace/chronology/chronology.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

bool has_tag(const ChronologyEvent& event, const std::vector<std::string>& tags) {
    return std::ranges::any_of(
        tags, [&](const std::string& tag) { return std::ranges::find(event.tags, tag) != event.tags.end(); });
}

bool is_named(const ChronologyEvent& event, const std::vector<std::string>& names) {
    return std::ranges::find(names, event.id) != names.end() || has_tag(event, names);
}

/// What the study names and the chronology lacks is not silently left out.
void check_names(const Table& table, const Chronology& chronology, const std::vector<std::string>& tags,
                 const std::vector<std::string>& decisions) {
    std::set<std::string> known_tags, known_ids;
    for (const ChronologyEvent& event : chronology.events) {
        known_tags.insert(event.tags.begin(), event.tags.end());
        known_ids.insert(event.id);
    }
    for (const std::string& tag : tags) {
        if (!known_tags.contains(tag))
            throw InputError(Problem{table.origin.path, 0, 0, "no event has the tag '" + tag + "'",
                                     "name tags of the chronology in the parameter 'tags'"});
    }
    for (const std::string& name : decisions) {
        if (!known_tags.contains(name) && !known_ids.contains(name))
            throw InputError(Problem{table.origin.path, 0, 0, "no event has the id or the tag '" + name + "'",
                                     "name ids or tags of the chronology in the parameter 'decisions'"});
    }
}

}  // namespace

EventYears event_years(const Table& table, const std::string& tag_list, const std::string& decision_list, Span years) {
    const Chronology chronology = read_chronology(table);
    const std::vector<std::string> tags = listed(tag_list, ';'), decisions = listed(decision_list, ';');
    check_names(table, chronology, tags, decisions);
    EventYears result;
    result.first = years.first;
    std::vector<std::string> open;
    for (const ChronologyEvent& event : chronology.events) {
        const bool decision = is_named(event, decisions);
        const bool documented = tags.empty() || has_tag(event, tags);
        if (!decision && !documented) continue;
        const auto parsed = parse_edtf(event.edtf);
        const DayRange begins = std::get<EdtfDate>(parsed).begins;
        if (begins.from == -DayRange::infinity || begins.to == DayRange::infinity) {
            open.push_back(event.id);
            continue;
        }
        CodedEvent dated{event.id, event.title, event.edtf, 0, 0, {}, documented, decision};
        dated.first = static_cast<int>(calendar_day(begins.from).year);
        dated.last = static_cast<int>(calendar_day(begins.to).year);
        if (dated.last < years.first || dated.first > years.last) continue;
        const auto days = static_cast<double>(begins.to - begins.from + 1);
        for (int year = years.first; year <= years.last; ++year) {
            const std::int64_t from = std::max(begins.from, day_number({year, 1, 1}));
            const std::int64_t to = std::min(begins.to, day_number({year, 12, 31}));
            dated.in_year.push_back(to < from ? 0 : static_cast<double>(to - from + 1) / days);
        }
        result.events.push_back(std::move(dated));
    }
    std::ranges::sort(result.events, {}, [](const CodedEvent& event) { return std::tie(event.first, event.id); });
    std::ranges::sort(open);
    if (!open.empty())
        result.notes.push_back("Nobody knows when these events began, so that they are matched with no change: " +
                               first_few(open, 5) + ".");
    return result;
}

}  // namespace tarazy
