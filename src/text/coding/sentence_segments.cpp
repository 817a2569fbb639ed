#include "text/coding/sentence_segments.hpp"

#include "base/error.hpp"
#include "text/coding/code_points.hpp"
#include "text/corpus/document_sentences.hpp"

#include <map>

namespace tarazy {
namespace {

/// First code points of the sentences of a document, and those behind them.
using SentencePlaces = std::vector<std::pair<std::size_t, std::size_t>>;

SentencePlaces sentence_places(std::string_view text, const std::string& language) {
    SentencePlaces places;
    std::size_t at = 0, points = 0;
    for (const TextSpan& span : document_sentences(text, language)) {
        points += code_point_count(text.substr(at, span.begin - at));
        const std::size_t length = code_point_count(text.substr(span.begin, span.end - span.begin));
        places.emplace_back(points, points + length);
        points += length;
        at = span.end;
    }
    return places;
}

}  // namespace

std::vector<Segment> sentence_segments(const Table& sentences, const Table& documents, const std::string& language,
                                       const std::string& coder) {
    require_columns(sentences, std::vector<std::string>{"doc_id", "sentence", "codes"});
    require_columns(documents, std::vector<std::string>{"doc_id", "text"});
    const std::vector<std::string> ids = require_texts(documents, "doc_id"), named = require_texts(sentences, "doc_id");
    const std::vector<std::int64_t> numbers = require_integers(sentences, "sentence");
    const bool own_coders = sentences.find("coder").has_value();
    const std::vector<std::string> coders =
        own_coders ? require_texts(sentences, "coder") : std::vector<std::string>(sentences.rows(), coder);
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < ids.size(); ++row) rows.emplace(ids[row], row);
    std::map<std::string, SentencePlaces> places;
    std::vector<Segment> segments;
    Diagnostics problems;
    for (std::size_t unit = 0; unit < sentences.rows(); ++unit) {
        const auto row = rows.find(named[unit]);
        if (row == rows.end() || documents["text"].missing(row->second)) {
            problems.add(sentences.problem(unit, "doc_id", "there is no document '" + named[unit] + "' with a text",
                                           "give the documents that the sentences were counted in"));
            continue;
        }
        const auto [of_document, is_new] = places.try_emplace(named[unit]);
        if (is_new) of_document->second = sentence_places(*documents["text"].text(row->second), language);
        if (numbers[unit] < 1 || numbers[unit] > static_cast<std::int64_t>(of_document->second.size())) {
            problems.add(sentences.problem(
                unit, "sentence",
                "'" + named[unit] + "' has " + std::to_string(of_document->second.size()) + " sentences",
                "give the documents, and the --language, with which `text codes` counted them"));
            continue;
        }
        if (coders[unit].empty())
            problems.add(sentences.problem(unit, own_coders ? "coder" : "sentence", "the coder is not named",
                                           own_coders ? "write who read the sentence" : "name one with --coder"));
        const auto [start, end] = of_document->second[static_cast<std::size_t>(numbers[unit]) - 1];
        for (const std::string& code : sentences["codes"].list(unit))
            segments.push_back({named[unit], start, end, coders[unit], code, ""});
    }
    problems.throw_if_any();
    return segments;
}

}  // namespace tarazy
