#include "report/citation.hpp"

#include <algorithm>

namespace tarazy {
namespace {

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> authors_of(const std::string& author) {
    std::vector<std::string> authors;
    for (std::size_t begin = 0; begin <= author.size();) {
        const std::size_t end = std::min(author.find(';', begin), author.size());
        if (const std::string one = trimmed(author.substr(begin, end - begin)); !one.empty()) authors.push_back(one);
        begin = end + 1;
    }
    return authors;
}

std::string surname(const std::string& author) {
    return author.substr(0, author.find(','));
}

}  // namespace

std::string short_citation(const Source& source) {
    const std::vector<std::string> authors = authors_of(source.author);
    std::string words;
    if (!authors.empty()) words = surname(authors.front());
    if (source.author.find("et al") != std::string::npos || authors.size() > 2) {
        words += " et al.";
    } else if (authors.size() == 2) {
        words += " & " + surname(authors.back());
    }
    return source.year.empty() ? words : words + " " + source.year;
}

std::vector<const Source*> sources_of(const StudyResult& result, const DataUse& data) {
    std::vector<const Source*> found;
    for (const Source& source : result.sources) {
        if (std::ranges::find(data.sources, source.key) != data.sources.end()) found.push_back(&source);
    }
    return found;
}

}  // namespace tarazy
