#include "text/codes/hand_codings.hpp"

#include "base/error.hpp"
#include "base/nearest_name.hpp"

#include <algorithm>

namespace tarazy {
namespace {

CodeSet hand_code_set(const Table& hand, std::size_t row, const CodedDocuments& coded, Diagnostics& problems) {
    CodeSet set = 0;
    for (const std::string& name : hand["codes"].list(row)) {
        const auto found = std::ranges::find(coded.codes, name);
        if (found == coded.codes.end()) {
            problems.add(hand.problem(row, "codes", "the dictionary finds no sentence with the code '" + name + "'",
                                      name_hint(name, coded.codes)));
        } else {
            set |= CodeSet{1} << (found - coded.codes.begin());
        }
    }
    return set;
}

}  // namespace

HandCodings read_hand_codings(const CodedDocuments& coded, const Table& hand) {
    require_columns(hand, std::vector<std::string>{"doc_id", "sentence", "probability", "codes"});
    const std::vector<std::string> ids = require_texts(hand, "doc_id");
    const std::vector<std::int64_t> places = require_integers(hand, "sentence");
    const std::vector<double> probabilities = require_reals(hand, "probability");
    std::map<std::string, std::size_t> lengths;
    for (const CodedDocument& document : coded.documents) lengths.emplace(document.id, document.sentences.size());
    HandCodings codings;
    Diagnostics problems;
    for (std::size_t row = 0; row < hand.rows(); ++row) {
        const auto length = lengths.find(ids[row]);
        if (length == lengths.end() || places[row] < 1 || places[row] > static_cast<std::int64_t>(length->second)) {
            problems.add(hand.problem(row, "sentence", "there is no such sentence in '" + ids[row] + "'",
                                      "name sentences as `text codes --show sentences` does"));
            continue;
        }
        if (!(probabilities[row] > 0 && probabilities[row] <= 1))
            problems.add(hand.problem(row, "probability", "the probability of being drawn is not above 0 and up to 1",
                                      "give it as `text sample` does"));
        const HandCoding coding{hand_code_set(hand, row, coded, problems), probabilities[row]};
        if (!codings.emplace(std::pair(ids[row], places[row]), coding).second)
            problems.add(hand.problem(row, "sentence", "this sentence stands here a second time",
                                      "keep one judgement of each sentence"));
    }
    problems.throw_if_any();
    return codings;
}

}  // namespace tarazy
