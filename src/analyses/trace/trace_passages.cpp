#include "analyses/trace/trace_passages.hpp"

#include "analyses/trace/chronology_rows.hpp"
#include "analyses/trace/evidence_words.hpp"
#include "ledger/claim_id.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

namespace tarazy {

std::vector<Passage> event_passages(const ReportContext&, const AnalysisResult& analysis) {
    std::vector<Passage> passages;
    const std::string claim = series_claim_id(analysis.id, {"", "", "events", {}, ""});
    for (const ChronologyEvent& event : events_of(analysis)) {
        Passage passage{claim,   {event.title, event.title_kk, event.title_ru}, "", "", "", event.source, event.url,
                        "events"};
        passage.note = event.id + ", " + event.edtf;
        if (!event.confidence.empty()) passage.note += ", confidence: " + event.confidence;
        if (!event.description.empty()) passage.note += ". " + event.description;
        passages.push_back(std::move(passage));
    }
    return passages;
}

std::vector<Passage> clue_passages(const ReportContext&, const AnalysisResult& analysis) {
    std::vector<Passage> passages;
    const Table* clues = find_table(analysis.tables, "clues");
    if (clues == nullptr) return passages;
    const std::string claim = series_claim_id(analysis.id, {"", "", "clues", {}, ""});
    for (std::size_t row = 0; row < clues->rows(); ++row) {
        Passage passage{claim, words_in_row(*clues, row, "clue"), "", "",
                        "",    text_in(*clues, "source", row),    "", "clues"};
        passage.note = text_in(*clues, "clue", row) + ", found: " + text_in(*clues, "found", row);
        const std::string confidence = text_in(*clues, "confidence", row);
        if (!confidence.empty()) passage.note += ", confidence: " + confidence;
        passages.push_back(std::move(passage));
    }
    return passages;
}

}  // namespace tarazy
