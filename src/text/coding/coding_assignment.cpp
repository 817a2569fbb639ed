#include "text/coding/coding_assignment.hpp"

#include "base/argument_checks.hpp"
#include "base/error.hpp"
#include "base/random.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tarazy {
namespace {

struct AssignedDocument {
    std::string doc;
    bool twice;
};

void shuffle_in_place(auto& items, Random& random) {
    for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[random.below(left)]);
}

}  // namespace

Table coding_assignment_table(std::vector<std::string> documents, const std::vector<std::string>& coders,
                              double double_share, std::uint64_t seed) {
    check_probability(double_share, "--double");
    if (coders.size() < 2) throw UsageError("--coders: name two coders or more, A,B");
    if (std::set<std::string>(coders.begin(), coders.end()).size() < coders.size())
        throw UsageError("--coders: a coder is named twice; name each once");
    if (documents.empty()) throw UsageError("--documents: there is no document to assign");
    std::ranges::sort(documents);
    Random random(seed, "assignment of documents", 0);
    shuffle_in_place(documents, random);
    const auto twice = std::max<std::size_t>(
        1, static_cast<std::size_t>(std::ceil(double_share * static_cast<double>(documents.size()) - 1e-9)));
    // Coders in turn, so that loads differ by one at most; a document's second coder is the next in turn.
    std::vector<std::vector<AssignedDocument>> of_coder(coders.size());
    std::size_t turn = 0;
    for (std::size_t at = 0; at < documents.size(); ++at) {
        for (std::size_t time = 0; time < (at < twice ? 2U : 1U); ++time)
            of_coder[turn++ % coders.size()].push_back({documents[at], at < twice});
    }
    TableRows rows(TextColumn{"coder"}, IntegerColumn{"place"}, TextColumn{"doc"}, IntegerColumn{"double"});
    for (std::size_t coder = 0; coder < coders.size(); ++coder) {
        Random own(seed, "order of documents", coder);
        shuffle_in_place(of_coder[coder], own);
        for (std::size_t place = 0; place < of_coder[coder].size(); ++place)
            rows.add(coders[coder], place + 1, of_coder[coder][place].doc, of_coder[coder][place].twice);
    }
    return rows.table();
}

}  // namespace tarazy
