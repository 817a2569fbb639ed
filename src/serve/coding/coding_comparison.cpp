#include "serve/coding/coding_comparison.hpp"

#include "text/coding/code_points.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tarazy {
namespace {

constexpr std::size_t most_shown_points = 300;

using PlacedCode = std::tuple<std::size_t, std::size_t, std::string>;

PlacedCode placed_code(const Segment& one) {
    return {one.start, one.end, one.code};
}

std::vector<Segment> segments_in_document(const std::vector<Segment>& segments, const std::string& doc,
                                          const std::string& coder) {
    std::vector<Segment> here;
    std::ranges::copy_if(segments, std::back_inserter(here),
                         [&](const Segment& one) { return one.doc == doc && one.coder == coder; });
    std::ranges::sort(here);
    return here;
}

/// Those that the other coder does not have in the same place with the same code.
std::vector<Segment> not_shared(const std::vector<Segment>& segments, const std::vector<Segment>& others) {
    std::set<PlacedCode> there;
    for (const Segment& other : others) there.insert(placed_code(other));
    std::vector<Segment> left;
    std::ranges::copy_if(segments, std::back_inserter(left),
                         [&](const Segment& one) { return !there.contains(placed_code(one)); });
    return left;
}

CodingDifference difference_of(const Segment& one, const std::vector<Segment>& others, std::vector<bool>& used) {
    CodingDifference difference{CodingDifference::Kind::only, one.doc, one.start, one.end, {one}, {}, {}, {}, {}};
    const auto take = [&](CodingDifference::Kind kind, const auto& fits) {
        for (std::size_t i = 0; i < others.size() && others[i].start < one.end; ++i) {
            if (used[i] || others[i].end <= one.start || !fits(others[i])) continue;
            used[i] = true;
            difference.kind = kind;
            difference.others.push_back(others[i]);
            difference.start = std::min(difference.start, others[i].start);
            difference.end = std::max(difference.end, others[i].end);
        }
    };
    take(CodingDifference::Kind::extent, [&](const Segment& other) { return other.code == one.code; });
    if (difference.others.empty())
        take(CodingDifference::Kind::code,
             [&](const Segment& other) { return other.start == one.start && other.end == one.end; });
    return difference;
}

std::string shown_text(const CodePointCuts& cuts, std::size_t start, std::size_t end) {
    const std::size_t last = std::min({end, start + most_shown_points, cuts.size()});
    return start < last ? std::string(cuts.cut(start, last)) + (last < end ? "…" : "") : std::string();
}

}  // namespace

std::vector<CodingDifference> coding_differences(const StudyDocument& document, const std::vector<Segment>& segments,
                                                 const std::string& one, const std::string& other) {
    const std::vector<Segment> of_one = segments_in_document(segments, document.id, one),
                               of_other = segments_in_document(segments, document.id, other);
    const std::vector<Segment> left = not_shared(of_one, of_other), right = not_shared(of_other, of_one);
    std::vector<bool> used(right.size(), false);
    std::vector<CodingDifference> differences;
    for (const Segment& each : left) differences.push_back(difference_of(each, right, used));
    for (std::size_t i = 0; i < right.size(); ++i)
        if (!used[i])
            differences.push_back(
                {CodingDifference::Kind::only, document.id, right[i].start, right[i].end, {}, {right[i]}, {}, {}, {}});
    const CodePointCuts cuts(document.text);
    for (CodingDifference& difference : differences) {
        difference.coder_one = one;
        difference.coder_other = other;
        difference.text = shown_text(cuts, difference.start, difference.end);
    }
    std::ranges::stable_sort(differences, {}, &CodingDifference::start);
    return differences;
}

std::size_t agreed_codings(const std::vector<Segment>& segments, const std::string& doc, const std::string& one,
                           const std::string& other) {
    const std::vector<Segment> of_one = segments_in_document(segments, doc, one);
    return of_one.size() - not_shared(of_one, segments_in_document(segments, doc, other)).size();
}

}  // namespace tarazy
