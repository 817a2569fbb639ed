#include "report/citation_file.hpp"

#include "base/text_lists.hpp"

#include <map>

namespace tarazy {
namespace {

/// The value of "key: value", without quotes and comment.
std::string plain_value(std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return "";
    const char quote = text.front();
    if (quote == '"' || quote == '\'') {
        std::string value;
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (quote == '"' && text[i] == '\\' && i + 1 < text.size()) {
                value += text[++i];
            } else if (text[i] == quote) {
                if (quote != '\'' || i + 1 >= text.size() || text[i + 1] != quote) break;
                value += text[++i];  // '' is one apostrophe
            } else {
                value += text[i];
            }
        }
        return value;
    }
    const std::size_t comment = text.find(" #");
    return std::string(trimmed(text.substr(0, comment)));
}

using PersonEntries = std::map<std::string, std::string>;

CitedPerson person_of(const PersonEntries& entries) {
    const auto entry = [&](const char* key) {
        const auto found = entries.find(key);
        return found == entries.end() ? std::string() : found->second;
    };
    CitedPerson person;
    for (const char* part : {"given-names", "name-particle", "family-names", "name-suffix"}) {
        if (!entry(part).empty()) add_item(person.name, entry(part), " ");
    }
    if (person.name.empty()) {
        person.name = entry("name").empty() ? entry("alias") : entry("name");
        person.institution = !entry("name").empty();
    }
    person.orcid = entry("orcid");
    person.affiliation = entry("affiliation");
    return person;
}

}  // namespace

CitationFile parse_citation_file(std::string_view text) {
    CitationFile file;
    std::vector<PersonEntries> people;
    std::string section;
    for (std::string line : split(text, '\n')) {
        if (line.ends_with('\r')) line.pop_back();
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#')) continue;
        const bool top = line.front() != ' ' && line.front() != '-' && line.front() != '\t';
        const bool item = content.starts_with("- ") || content == "-";
        const std::string_view entry = item ? trimmed(content.substr(1)) : content;
        const std::size_t colon = entry.find(':');
        if (top) section = colon == std::string_view::npos ? "" : std::string(entry.substr(0, colon));
        if (!top && section == "authors" && item) people.emplace_back();
        if (colon == std::string_view::npos) continue;
        const std::string key(trimmed(entry.substr(0, colon))), value = plain_value(entry.substr(colon + 1));
        if (!top && section == "authors" && !people.empty()) people.back()[key] = value;
        if (!top) continue;
        if (key == "license") file.licence = value;
        if (key == "title") file.title = value;
        if (key == "doi") file.doi = value;
        if (key == "url") file.url = value;
        if (key == "date-released") file.date_released = value;
    }
    for (const PersonEntries& entries : people) {
        CitedPerson person = person_of(entries);
        if (!person.name.empty()) file.authors.push_back(std::move(person));
    }
    return file;
}

}  // namespace tarazy
