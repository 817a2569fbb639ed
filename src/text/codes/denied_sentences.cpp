#include "text/codes/denied_sentences.hpp"

#include "table/table_rows.hpp"

namespace tarazy {

Table denied_sentence_table(const CodedDocuments& coded, const std::string& group,
                            const std::vector<std::pair<int, int>>& windows) {
    TableRows rows(TextColumn{"window"}, TextColumn{"group"}, TextColumn{"code"}, IntegerColumn{"count"},
                   IntegerColumn{"denied"}, RealColumn{"share_denied"});
    for (const auto& [first, last] : windows) {
        for (std::size_t code = 0; code < coded.codes.size(); ++code) {
            std::int64_t count = 0, denied = 0;
            bool asked = false;
            for (const CodedDocument& document : coded.documents) {
                if (document.group != group || document.year < first || document.year > last) continue;
                asked = asked || !document.only_negated.empty();
                for (const CodeSet set : document.sentences) count += static_cast<std::int64_t>(set >> code & 1);
                for (const CodeSet set : document.only_negated) denied += static_cast<std::int64_t>(set >> code & 1);
            }
            if (asked && count > 0)
                rows.add(years_of_window(first, last), group, coded.codes[code], count, denied,
                         static_cast<double>(denied) / static_cast<double>(count));
        }
    }
    return rows.table();
}

}  // namespace tarazy
