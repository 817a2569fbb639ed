#include "trace/chronology/chronology_summary.hpp"

#include "base/edtf.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace tarazy {
namespace {

std::optional<std::int64_t> year_of(const ChronologyEvent& event) {
    const auto result = parse_edtf(event.edtf);
    const auto* date = std::get_if<EdtfDate>(&result);
    if (date == nullptr) return std::nullopt;
    for (const DayBound& bound : {date->earliest, date->latest}) {
        if (bound.kind == DayBound::Kind::known) return calendar_day(bound.day).year;
    }
    return std::nullopt;
}

void add_texts(Table& table, const Chronology& chronology, const char* name, std::string ChronologyEvent::*member) {
    std::vector<std::string> cells;
    for (const ChronologyEvent& event : chronology.events) cells.push_back(event.*member);
    table.add(name, Column(cells));
}

void add_lists(Table& table, const Chronology& chronology, const char* name,
               std::vector<std::string> ChronologyEvent::*member) {
    std::vector<std::vector<std::string>> cells;
    for (const ChronologyEvent& event : chronology.events) cells.push_back(event.*member);
    table.add(name, Column::of_lists(cells));
}

void add_counts(Table& table, const Chronology& chronology, const char* name,
                const std::map<std::string, std::int64_t>& counts) {
    std::vector<std::int64_t> cells;
    for (const ChronologyEvent& event : chronology.events) {
        const auto found = counts.find(event.id);
        cells.push_back(found == counts.end() ? 0 : found->second);
    }
    table.add(name, Column(std::move(cells)));
}

}  // namespace

Table events_by_year(std::span<const ChronologyEvent> events) {
    std::map<std::pair<std::int64_t, std::string>, std::int64_t> counts;
    for (const ChronologyEvent& event : events) {
        const auto year = year_of(event);
        if (!year) continue;
        ++counts[{*year, ""}];
        for (const std::string& tag : std::set<std::string>(event.tags.begin(), event.tags.end()))
            ++counts[{*year, tag}];
    }
    TableRows rows(IntegerColumn{"year"}, TextColumn{"tag"}, IntegerColumn{"events"});
    for (const auto& [key, count] : counts) rows.add(key.first, key.second, count);
    return rows.table();
}

Table links_by_basis(std::span<const ChronologyLink> links) {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    for (const ChronologyLink& link : links) ++counts[{link.type, link.basis}];
    TableRows rows(TextColumn{"type"}, TextColumn{"basis"}, IntegerColumn{"links"});
    for (const auto& [key, count] : counts) rows.add(key.first, key.second, count);
    return rows.table();
}

Table link_table(std::span<const ChronologyLink> links) {
    Table table;
    const auto add = [&](const char* name, std::string ChronologyLink::*member) {
        std::vector<std::string> cells;
        for (const ChronologyLink& link : links) cells.push_back(link.*member);
        table.add(name, Column(cells));
    };
    add("from", &ChronologyLink::from);
    add("to", &ChronologyLink::to);
    add("type", &ChronologyLink::type);
    add("basis", &ChronologyLink::basis);
    add("stated_in", &ChronologyLink::stated_in);
    return table;
}

Table conflict_table(std::span<const SourceConflict> conflicts) {
    Table table;
    const auto add = [&](const char* name, std::string SourceConflict::*member) {
        std::vector<std::string> cells;
        for (const SourceConflict& conflict : conflicts) cells.push_back(conflict.*member);
        table.add(name, Column(cells));
    };
    add("event", &SourceConflict::event);
    add("attribute", &SourceConflict::attribute);
    add("value_a", &SourceConflict::value_a);
    add("source_a", &SourceConflict::source_a);
    add("value_b", &SourceConflict::value_b);
    add("source_b", &SourceConflict::source_b);
    return table;
}

Table chronology_table(const Chronology& chronology) {
    std::map<std::string, std::int64_t> from, to, disputed;
    for (const ChronologyLink& link : chronology.links) {
        ++from[link.from];
        ++to[link.to];
    }
    for (const SourceConflict& conflict : chronology.conflicts) ++disputed[conflict.event];
    Table table;
    add_texts(table, chronology, "id", &ChronologyEvent::id);
    add_texts(table, chronology, "edtf", &ChronologyEvent::edtf);
    add_texts(table, chronology, "earliest", &ChronologyEvent::earliest);
    add_texts(table, chronology, "latest", &ChronologyEvent::latest);
    add_texts(table, chronology, "date_kind", &ChronologyEvent::date_kind);
    add_texts(table, chronology, "title", &ChronologyEvent::title);
    add_texts(table, chronology, "description", &ChronologyEvent::description);
    add_lists(table, chronology, "actors", &ChronologyEvent::actors);
    add_lists(table, chronology, "tags", &ChronologyEvent::tags);
    add_texts(table, chronology, "quad", &ChronologyEvent::quad);
    add_texts(table, chronology, "source", &ChronologyEvent::source);
    add_texts(table, chronology, "url", &ChronologyEvent::url);
    add_texts(table, chronology, "confidence", &ChronologyEvent::confidence);
    add_counts(table, chronology, "links_from", from);
    add_counts(table, chronology, "links_to", to);
    add_counts(table, chronology, "conflicts", disputed);
    const auto add_translated = [&](const std::string& name, std::string ChronologyEvent::*kk,
                                    std::string ChronologyEvent::*ru) {
        const bool any = std::ranges::any_of(chronology.events, [&](const ChronologyEvent& event) {
            return !(event.*kk).empty() || !(event.*ru).empty();
        });
        if (!any) return;
        add_texts(table, chronology, (name + "_kk").c_str(), kk);
        add_texts(table, chronology, (name + "_ru").c_str(), ru);
    };
    add_translated("title", &ChronologyEvent::title_kk, &ChronologyEvent::title_ru);
    add_translated("description", &ChronologyEvent::description_kk, &ChronologyEvent::description_ru);
    return table;
}

}  // namespace tarazy
