#include "text/coding/segments.hpp"

#include "base/error.hpp"
#include "table/named_cells.hpp"
#include "table/table_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace tarazy {
namespace {

std::vector<std::string> names_once(const std::vector<Segment>& segments, std::string Segment::*field) {
    std::set<std::string> names;
    for (const Segment& segment : segments) names.insert(segment.*field);
    return {names.begin(), names.end()};
}

std::string words_of(const Segment& segment) {
    return "the segment [" + std::to_string(segment.start) + ", " + std::to_string(segment.end) + ") of '" +
           segment.doc + "' (" + segment.coder + ", " + segment.code + ")";
}

}  // namespace

std::vector<Segment> read_segments(const Table& table) {
    const std::vector<std::string> columns = {"doc", "start", "end", "coder", "code"};
    require_columns(table, columns);
    const auto docs = require_texts(table, "doc"), coders = require_texts(table, "coder"),
               codes = require_texts(table, "code");
    const auto starts = require_integers(table, "start"), ends = require_integers(table, "end");
    std::vector<Segment> segments;
    Diagnostics problems;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (const auto& [column, cells] : {std::pair{"doc", &docs}, {"coder", &coders}, {"code", &codes}})
            if ((*cells)[row].empty())
                problems.add(table.problem(row, column, "the " + std::string(column) + " is missing", "name it"));
        if (starts[row] < 0 || ends[row] <= starts[row]) {
            problems.add(table.problem(row, starts[row] < 0 ? "start" : "end",
                                       "the segment does not go from 0 or more to a later end",
                                       "count code points from 0; the end is the first one behind the segment"));
            continue;
        }
        segments.push_back({docs[row], static_cast<std::size_t>(starts[row]), static_cast<std::size_t>(ends[row]),
                            coders[row], codes[row], text_in(table, "memo", row)});
    }
    problems.throw_if_any();
    return segments;
}

void check_segments(const std::vector<Segment>& segments, const std::vector<DocumentLength>& documents,
                    const std::string& path) {
    std::map<std::string, std::size_t> lengths;
    for (const DocumentLength& document : documents) lengths.emplace(document.doc, document.length);
    Diagnostics problems;
    for (const Segment& segment : segments) {
        const auto found = lengths.find(segment.doc);
        if (found == lengths.end()) {
            problems.add(
                {path, 0, 0, words_of(segment) + " is of a document that is not there", "add it, or mend its name"});
        } else if (segment.end > found->second) {
            problems.add(
                {path, 0, 0,
                 words_of(segment) + " ends behind its document of " + std::to_string(found->second) + " code points",
                 "was the text changed after it was coded? count code points, not bytes"});
        }
    }
    problems.throw_if_any();
}

Table segment_table(std::vector<Segment> segments) {
    std::ranges::sort(segments);
    TableRows rows(TextColumn{"doc"}, IntegerColumn{"start"}, IntegerColumn{"end"}, TextColumn{"coder"},
                   TextColumn{"code"}, TextColumn{"memo"});
    for (const Segment& one : segments) rows.add(one.doc, one.start, one.end, one.coder, one.code, one.memo);
    return rows.table();
}

std::vector<Segment> segments_of_coder(const std::vector<Segment>& segments, const std::string& coder) {
    std::vector<Segment> own;
    std::ranges::copy_if(segments, std::back_inserter(own), [&](const Segment& one) { return one.coder == coder; });
    return own;
}

std::vector<std::string> coders_of(const std::vector<Segment>& segments) {
    return names_once(segments, &Segment::coder);
}

std::vector<std::string> codes_of(const std::vector<Segment>& segments) {
    return names_once(segments, &Segment::code);
}

}  // namespace tarazy
