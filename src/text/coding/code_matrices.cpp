#include "text/coding/code_matrices.hpp"

#include "table/table_rows.hpp"
#include "text/coding/stretches.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tarazy {
namespace {

/// Of each document, of each code, the characters covered.
using CoveredByCode = std::map<std::string, std::map<std::string, std::vector<Stretch>>>;

CoveredByCode covered_by_code(const std::vector<Segment>& sorted) {
    CoveredByCode covered;
    for (const Segment& one : sorted) covered[one.doc][one.code].push_back({one.start, one.end});
    for (auto& [doc, codes] : covered)
        for (auto& [code, stretches] : codes) stretches = united_stretches(stretches);
    return covered;
}

struct PairCounts {
    std::size_t overlaps = 0, nearby = 0, documents = 0, characters = 0;
};

}  // namespace

Table code_document_table(const std::vector<Segment>& segments) {
    struct Cell {
        std::size_t segments = 0;
        std::vector<Stretch> stretches = {};
        std::set<std::string> coders = {};
    };
    std::map<std::pair<std::string, std::string>, Cell> cells;
    for (const Segment& one : segments) {
        Cell& cell = cells[{one.code, one.doc}];
        ++cell.segments;
        cell.stretches.push_back({one.start, one.end});
        cell.coders.insert(one.coder);
    }
    TableRows rows(TextColumn{"code"}, TextColumn{"doc"}, IntegerColumn{"segments"}, IntegerColumn{"characters"},
                   IntegerColumn{"coders"});
    for (auto& [key, cell] : cells) {
        rows.add(key.first, key.second, cell.segments, covered_characters(united_stretches(cell.stretches)),
                 cell.coders.size());
    }
    return rows.table();
}

Table code_pair_table(const std::vector<Segment>& segments, std::size_t within, bool same_coder) {
    std::vector<Segment> sorted = segments;
    std::ranges::sort(sorted);
    std::map<std::pair<std::string, std::string>, PairCounts> counts;
    for (std::size_t at = 0; at < sorted.size(); ++at) {
        const Segment& one = sorted[at];
        for (std::size_t next = at + 1; next < sorted.size(); ++next) {
            const Segment& other = sorted[next];
            if (other.doc != one.doc || other.start >= one.end + within) break;
            if (one.code == other.code || (same_coder && one.coder != other.coder)) continue;
            PairCounts& pair = counts[std::minmax(one.code, other.code)];
            ++(other.start < one.end ? pair.overlaps : pair.nearby);
        }
    }
    for (const auto& [doc, codes] : covered_by_code(sorted)) {
        for (auto one = codes.begin(); one != codes.end(); ++one) {
            for (auto other = std::next(one); other != codes.end(); ++other) {
                PairCounts& pair = counts[{one->first, other->first}];
                ++pair.documents;
                pair.characters += shared_characters(one->second, other->second);
            }
        }
    }
    TableRows rows(TextColumn{"code_1"}, TextColumn{"code_2"}, IntegerColumn{"overlaps"}, IntegerColumn{"nearby"},
                   IntegerColumn{"documents"}, IntegerColumn{"characters"});
    for (const auto& [codes, pair] : counts)
        rows.add(codes.first, codes.second, pair.overlaps, pair.nearby, pair.documents, pair.characters);
    return rows.table();
}

}  // namespace tarazy
