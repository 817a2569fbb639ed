#include "trace/chronology/chronology.hpp"

#include "base/nearest_name.hpp"
#include "table/list_cells.hpp"
#include "trace/chronology/chronology_links.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

const std::vector<std::string> quads = {"VCOOP", "MCOOP", "VCONF", "MCONF"};

std::vector<std::string> items_of_cell(std::string_view cell) {
    std::vector<std::string> items = list_items(cell);
    std::erase(items, "");
    return items;
}

class EventReader {
public:
    EventReader(const Table& table, Diagnostics& diagnostics) : table_(table), diagnostics_(diagnostics) {}

    std::vector<ChronologyEvent> read(EventDates& dates) {
        const std::vector<std::string> needed = {"id", "edtf", "title"};
        require_columns(table_, needed);
        std::vector<ChronologyEvent> events(table_.rows());
        fill(events, &ChronologyEvent::id, {"id"});
        fill(events, &ChronologyEvent::edtf, {"edtf"});
        fill(events, &ChronologyEvent::earliest, {"earliest"});
        fill(events, &ChronologyEvent::latest, {"latest"});
        fill(events, &ChronologyEvent::date_kind, {"date_kind"});
        fill(events, &ChronologyEvent::title, {"title"});
        fill(events, &ChronologyEvent::title_kk, {"title_kk"});
        fill(events, &ChronologyEvent::title_ru, {"title_ru"});
        fill(events, &ChronologyEvent::description, {"description"});
        fill(events, &ChronologyEvent::description_kk, {"description_kk"});
        fill(events, &ChronologyEvent::description_ru, {"description_ru"});
        fill(events, &ChronologyEvent::quad, {"quad"});
        fill(events, &ChronologyEvent::source, {"source", "source_ref"});
        fill(events, &ChronologyEvent::url, {"url", "source_url"});
        fill(events, &ChronologyEvent::confidence, {"confidence"});
        fill_lists(events, &ChronologyEvent::actors, "actors");
        fill_lists(events, &ChronologyEvent::tags, "tags");
        for (std::size_t row = 0; row < events.size(); ++row) check(row, events[row], dates);
        return events;
    }

private:
    /// The first of the named columns that the table has.
    void fill(std::vector<ChronologyEvent>& events, std::string ChronologyEvent::*member,
              std::vector<std::string> names) const {
        for (const std::string& name : names) {
            if (!table_.find(name)) continue;
            std::vector<std::string> cells = require_texts(table_, name);
            for (std::size_t row = 0; row < events.size(); ++row) events[row].*member = std::move(cells[row]);
            return;
        }
    }

    void fill_lists(std::vector<ChronologyEvent>& events, std::vector<std::string> ChronologyEvent::*member,
                    const char* name) const {
        if (!table_.find(name)) return;
        const std::vector<std::string> cells = require_texts(table_, name);
        for (std::size_t row = 0; row < events.size(); ++row) events[row].*member = items_of_cell(cells[row]);
    }

    void problem(std::size_t row, std::string_view column, std::string what, std::string remedy) {
        diagnostics_.add(table_.problem(row, column, std::move(what), std::move(remedy)));
    }

    void check(std::size_t row, ChronologyEvent& event, EventDates& dates) {
        const bool is_known = check_id(row, event.id);
        if (!event.quad.empty() && std::ranges::find(quads, event.quad) == quads.end()) {
            problem(row, "quad", "quad is '" + event.quad + "'", name_hint(event.quad, quads));
        }
        const auto result = parse_edtf(event.edtf);
        if (const auto* fault = std::get_if<EdtfFault>(&result)) {
            problem(row, "edtf", "'" + event.edtf + "' is no date, at character " + std::to_string(fault->position),
                    fault->reason);
            return;
        }
        const auto& date = std::get<EdtfDate>(result);
        agree(row, "earliest", event.edtf, event.earliest, to_string(date.earliest));
        agree(row, "latest", event.edtf, event.latest, to_string(date.latest));
        agree(row, "date_kind", event.edtf, event.date_kind, std::string(to_string(date.kind)));
        if (is_known) dates.emplace(event.id, date);
    }

    bool check_id(std::size_t row, const std::string& id) {
        if (id.empty()) {
            problem(row, "id", "the event has no id", "give it a short name of its own, such as e001");
            return false;
        }
        const auto [earlier, is_new] = first_row_.emplace(id, row);
        if (is_new) return true;
        const Problem first = table_.problem(earlier->second, "id", "", "");
        problem(row, "id", "the id " + id + " stands already on line " + std::to_string(first.line),
                "give one of the two another id");
        return false;
    }

    /// The cell must say what follows from the date; an empty cell is filled.
    void agree(std::size_t row, const char* column, const std::string& edtf, std::string& cell,
               const std::string& computed) {
        if (!cell.empty() && cell != computed) {
            problem(row, column,
                    std::string(column) + " is " + cell + ", but of the date " + edtf + " it is " + computed,
                    "correct the one that is wrong, or leave the cell empty");
        }
        cell = computed;
    }

    const Table& table_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> first_row_;
};

}  // namespace

Chronology read_chronology(const Table& events, const Table* links, const Table* conflicts) {
    Diagnostics diagnostics;
    Chronology chronology;
    EventDates dates;
    chronology.events = EventReader(events, diagnostics).read(dates);
    std::vector<std::string> ids;
    for (const ChronologyEvent& event : chronology.events) ids.push_back(event.id);
    if (links != nullptr) chronology.links = read_links(*links, ids, dates, diagnostics, chronology.warnings);
    if (conflicts != nullptr) chronology.conflicts = read_conflicts(*conflicts, ids, diagnostics);
    diagnostics.throw_if_any();
    return chronology;
}

}  // namespace tarazy
