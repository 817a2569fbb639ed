#include "analyses/text/line_passages.hpp"

#include "ledger/claim_id.hpp"
#include "report/report_context.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <nlohmann/json.hpp>

namespace tarazy {

std::vector<Passage> line_passages(const ReportContext& context, const AnalysisResult& analysis) {
    std::vector<Passage> passages;
    const Table* lines = find_table(analysis.tables, lines_table);
    if (lines == nullptr) return passages;
    const auto parameters = nlohmann::json::parse(analysis.parameters, nullptr, false);
    const std::string language = parameters.is_object() ? parameters.value("language", "en") : "en";
    for (std::size_t row = 0; row < lines->rows(); ++row) {
        const std::string code = text_in(*lines, "code", row), window = text_in(*lines, "window", row);
        Passage passage;
        passage.claim = series_claim_id(analysis.id, {"", "", "finds", {code}, window});
        passage.statement = context.name(code);
        for (const char* part : {"before", "found", "after"}) {
            const std::string words = text_in(*lines, part, row);
            if (!words.empty()) passage.excerpt += (passage.excerpt.empty() ? "" : " ") + words;
        }
        passage.language = language;
        const Column& sentence = (*lines)["sentence"];
        passage.note = text_in(*lines, "doc_id", row) + ", sentence " + sentence.display(row);
        passage.source = text_in(*lines, "doc_id", row);
        passage.role = "documents";
        passages.push_back(std::move(passage));
    }
    return passages;
}

}  // namespace tarazy
