#include "report/citation.hpp"

#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::string surname(const std::string& author) {
    return author.substr(0, author.find(','));
}

}  // namespace

std::string short_citation(const Source& source) {
    const std::vector<std::string> authors = listed(source.author, ';');
    std::string words;
    if (!authors.empty()) words = surname(authors.front());
    if (source.author.find("et al") != std::string::npos || authors.size() > 2) {
        words += " et al.";
    } else if (authors.size() == 2) {
        words += " & " + surname(authors.back());
    }
    if (words.empty()) words = source.title;
    return source.year.empty() ? words : words + " " + source.year;
}

LocalText short_citation(const ReportContext& context, const Source& source) {
    const auto word = context.result.words.find(source.author);
    if (word == context.result.words.end()) return {short_citation(source), "", ""};
    const std::string year = source.year.empty() ? "" : " " + source.year;
    return {word->second.en + year, in_language(word->second, "kk") + year, in_language(word->second, "ru") + year};
}

std::vector<const Source*> sources_of(const StudyResult& result, const DataUse& data) {
    std::vector<const Source*> found;
    for (const Source& source : result.sources) {
        if (std::ranges::find(data.sources, source.key) != data.sources.end()) found.push_back(&source);
    }
    return found;
}

}  // namespace tarazy
