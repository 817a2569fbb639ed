#include "analyses/trace/chronology_rows.hpp"

#include "study/result_tables.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"

namespace tarazy {
namespace {

/// What `read` makes of each row of a table, called with a function that gives the row's cell by its name.
template <class Item, class Read>
std::vector<Item> rows_of(const AnalysisResult& analysis, std::string_view table, Read read) {
    std::vector<Item> items;
    const Table* found = find_table(analysis.tables, table);
    for (std::size_t row = 0; found != nullptr && row < found->rows(); ++row)
        items.push_back(read([&](const char* column) { return text_in(*found, column, row); }));
    return items;
}

}  // namespace

std::vector<ChronologyEvent> events_of(const AnalysisResult& analysis) {
    return rows_of<ChronologyEvent>(analysis, "", [](const auto& cell) {
        return ChronologyEvent{cell("id"),
                               cell("edtf"),
                               cell("earliest"),
                               cell("latest"),
                               cell("date_kind"),
                               cell("title"),
                               cell("description"),
                               list_items(cell("actors")),
                               list_items(cell("tags")),
                               cell("quad"),
                               cell("source"),
                               cell("url"),
                               cell("confidence"),
                               cell("title_kk"),
                               cell("title_ru"),
                               cell("description_kk"),
                               cell("description_ru")};
    });
}

std::vector<ChronologyLink> links_of(const AnalysisResult& analysis) {
    return rows_of<ChronologyLink>(analysis, "each_link", [](const auto& cell) {
        return ChronologyLink{cell("from"), cell("to"), cell("type"), cell("basis"), cell("stated_in")};
    });
}

std::vector<SourceConflict> conflicts_of(const AnalysisResult& analysis) {
    return rows_of<SourceConflict>(analysis, "each_conflict", [](const auto& cell) {
        return SourceConflict{cell("event"),    cell("attribute"), cell("value_a"),
                              cell("source_a"), cell("value_b"),   cell("source_b")};
    });
}

}  // namespace tarazy
