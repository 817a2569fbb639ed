#include "report/references.hpp"

#include "base/number_text.hpp"
#include "base/text_lists.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <regex>
#include <vector>

namespace tarazy {
namespace {

using ReferenceJson = nlohmann::ordered_json;

struct Author {
    std::string family, given;  ///< of an institution its name and nothing
};

struct AuthorList {
    std::vector<Author> named;
    bool others = false;  ///< "et al."
};

AuthorList authors_of(const Source& source) {
    AuthorList list;
    for (std::string one : listed(source.author, ';')) {
        const std::size_t others = one.find("et al");
        if (others != std::string::npos) {
            list.others = true;
            one = std::string(trimmed(one.substr(0, others)));
            while (one.ends_with(',')) one = std::string(trimmed(one.substr(0, one.size() - 1)));
            if (one.empty()) continue;
        }
        // "Surname, Given": names of institutions have commas too ("United Nations, Library"), but more words.
        const std::vector<std::string> parts = split(one, ", ");
        const bool person = parts.size() == 2 && parts[0].find(' ') == std::string::npos;
        list.named.push_back(person ? Author{parts[0], parts[1]} : Author{one, ""});
    }
    return list;
}

/// "Journal of Conflict Resolution 61(2): 430-456"
struct JournalPlace {
    std::string journal, volume, issue, pages;
};

std::optional<JournalPlace> journal_place(const std::string& publisher) {
    static const std::regex form(R"re(^(.+?)\s+(\d+)(?:\((\d+(?:[-/]\d+)?)\))?\s*:\s*(\w+(?:[-–]\w+)?)(?:;.*)?$)re");
    std::smatch match;
    if (!std::regex_match(publisher, match, form)) return std::nullopt;
    return JournalPlace{match[1], match[2], match[3], match[4]};
}

std::string doi_of(const Source& source) {
    for (const char* begin : {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"}) {
        if (source.url.starts_with(begin)) return source.url.substr(std::string_view(begin).size());
    }
    return "";
}

std::string note_of(const Source& source) {
    std::string note;
    if (!source.coverage.en.empty()) add_item(note, "coverage: " + source.coverage.en, "; ");
    if (!source.licence.empty()) add_item(note, "licence: " + source.licence, "; ");
    return note;
}

ReferenceJson author_json(const AuthorList& authors) {
    ReferenceJson list = ReferenceJson::array();
    for (const Author& author : authors.named) {
        if (author.given.empty())
            list.push_back({{"literal", author.family}});
        else
            list.push_back({{"family", author.family}, {"given", author.given}});
    }
    if (authors.others) list.push_back({{"literal", "others"}});
    return list;
}

ReferenceJson csl_entry(const Source& source) {
    const auto place = journal_place(source.publisher);
    ReferenceJson entry = {
        {"id", source.key}, {"type", place ? "article-journal" : "dataset"}, {"title", source.title}};
    const AuthorList authors = authors_of(source);
    if (!authors.named.empty() || authors.others) entry["author"] = author_json(authors);
    if (const auto year = parse_integer(source.year)) {
        entry["issued"] = {{"date-parts", ReferenceJson::array({ReferenceJson::array({*year})})}};
    } else if (!source.year.empty()) {
        entry["issued"] = {{"literal", source.year}};
    }
    if (place) {
        entry["container-title"] = place->journal;
        entry["volume"] = place->volume;
        if (!place->issue.empty()) entry["issue"] = place->issue;
        entry["page"] = place->pages;
    } else if (!source.publisher.empty()) {
        entry["publisher"] = source.publisher;
    }
    if (const std::string doi = doi_of(source); !doi.empty()) entry["DOI"] = doi;
    if (!source.url.empty()) entry["URL"] = source.url;
    if (const std::string note = note_of(source); !note.empty()) entry["note"] = note;
    return entry;
}

std::string hex_byte(unsigned char byte) {
    static constexpr char digits[] = "0123456789abcdef";
    return {'-', digits[byte >> 4U], digits[byte & 15U]};
}

std::string bibtex_key(const std::string& key) {
    std::string text;
    for (const char sign : key) {
        const bool plain = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ||
                           (sign >= '0' && sign <= '9') || sign == '_' || sign == '.';
        text += plain ? std::string(1, sign) : hex_byte(static_cast<unsigned char>(sign));
    }
    return text;
}

/// An address inside `url = {}`: braces, which would end it, and blanks are written as their codes.
std::string bibtex_url(const std::string& url) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    for (const char sign : url) {
        const auto byte = static_cast<unsigned char>(sign);
        const bool code = sign == '{' || sign == '}' || sign == '\\' || byte <= 0x20 || byte == 0x7f;
        text += code ? std::string{'%', digits[byte >> 4U], digits[byte & 15U]} : std::string(1, sign);
    }
    return text;
}

std::string bibtex_authors(const AuthorList& authors) {
    std::string text = joined(authors.named, " and ", [](const Author& author) {
        return author.given.empty() ? "{" + escape_tex(author.family) + "}"
                                    : escape_tex(author.family) + ", " + escape_tex(author.given);
    });
    if (authors.others) add_item(text, "others", " and ");
    return text;
}

std::string bibtex_entry(const Source& source) {
    const auto place = journal_place(source.publisher);
    std::string text = std::string(place ? "@article{" : "@misc{") + bibtex_key(source.key);
    const auto field = [&](const char* name, const std::string& value) {
        if (!value.empty()) text += std::string(",\n  ") + name + " = {" + value + "}";
    };
    field("author", bibtex_authors(authors_of(source)));
    field("title", "{" + escape_tex(source.title) + "}");
    field("year", escape_tex(source.year));
    if (place) {
        field("journal", escape_tex(place->journal));
        field("volume", place->volume);
        field("number", place->issue);
        field("pages", escape_tex(place->pages));
    } else {
        field("publisher", escape_tex(source.publisher));
    }
    field("doi", bibtex_url(doi_of(source)));
    field("url", bibtex_url(source.url));
    field("note", escape_tex(note_of(source)));
    return text + "\n}\n";
}

}  // namespace

std::string escape_tex(std::string_view plain) {
    std::string text;
    for (const char sign : plain) {
        switch (sign) {
            case '\\': text += "\\textbackslash{}"; break;
            case '~': text += "\\textasciitilde{}"; break;
            case '^': text += "\\textasciicircum{}"; break;
            case '{':
            case '}':
            case '$':
            case '&':
            case '#':
            case '%':
            case '_': text += std::string{'\\', sign}; break;
            case '\n':
            case '\r':
            case '\t': text += ' '; break;
            default: text += sign;
        }
    }
    return text;
}

std::string csl_json_text(std::span<const Source> sources) {
    ReferenceJson list = ReferenceJson::array();
    for (const Source& source : sources) list.push_back(csl_entry(source));
    return list.dump(1, ' ', false, ReferenceJson::error_handler_t::replace) + '\n';
}

std::string bibtex_text(std::span<const Source> sources) {
    std::string text;
    for (const Source& source : sources) text += (text.empty() ? "" : "\n") + bibtex_entry(source);
    return text;
}

}  // namespace tarazy
