#include "base/error.hpp"
#include "text/counts/codebook.hpp"

#include <yaml.h>

#include <map>
#include <memory>
#include <string>

namespace tarazy {
namespace {

constexpr std::size_t deepest_code = 64;

/// Events of a YAML text, one after the other. Aliases are refused by who reads them, so that a small file stays small.
class YamlEvents {
public:
    explicit YamlEvents(std::string_view text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        next();
    }
    ~YamlEvents() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    YamlEvents(const YamlEvents&) = delete;
    YamlEvents& operator=(const YamlEvents&) = delete;

    void next() {
        if (held_) yaml_event_delete(&event_);
        event_ = {};
        held_ = yaml_parser_parse(&parser_, &event_) != 0;
    }
    [[nodiscard]] bool broken() const { return !held_; }
    [[nodiscard]] yaml_event_type_t type() const { return event_.type; }
    [[nodiscard]] std::size_t line() const { return event_.start_mark.line + 1; }
    [[nodiscard]] std::size_t column() const { return event_.start_mark.column + 1; }
    [[nodiscard]] std::string text() const {
        return {reinterpret_cast<const char*>(event_.data.scalar.value), event_.data.scalar.length};
    }
    [[nodiscard]] Problem problem(const std::string& path) const {
        return {path, parser_.problem_mark.line + 1, parser_.problem_mark.column + 1,
                std::string("this is no YAML: ") + (parser_.problem == nullptr ? "unknown fault" : parser_.problem),
                "mend it; a text with : or # or * at its beginning needs quotation marks"};
    }

private:
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    bool held_ = false;
};

/// The tree of codes: a key with a list is a code, a key with keys a level above codes.
class YamlCodes {
public:
    YamlCodes(std::string_view text, Codebook& codebook, Diagnostics& problems)
        : events_(text), codebook_(codebook), problems_(problems) {}

    void read() {
        while (good() && events_.type() != YAML_STREAM_END_EVENT) {
            const yaml_event_type_t type = events_.type();
            if (type == YAML_MAPPING_START_EVENT) {
                read_keys("", 0);
            } else {
                if (type == YAML_SEQUENCE_START_EVENT || type == YAML_SCALAR_EVENT)
                    return complain("the file does not begin with a code", "begin with the name of a code and a colon");
                events_.next();
            }
        }
        if (events_.broken()) problems_.add(events_.problem(codebook_.path));
    }

private:
    [[nodiscard]] bool good() const { return !events_.broken() && !stopped_; }
    void complain(const std::string& what, const std::string& remedy) {
        problems_.add({codebook_.path, events_.line(), 0, what, remedy});
        stopped_ = true;
    }
    bool refuse_alias() {
        if (events_.type() != YAML_ALIAS_EVENT) return false;
        complain("an alias (*name) stands for another part of the file",
                 "write that part out, or put * in quotation marks");
        return true;
    }

    void read_keys(const std::string& above, std::size_t depth) {
        if (depth > deepest_code) return complain("codes are nested more than 64 levels deep", "nest them less deeply");
        std::map<std::string, std::size_t> keys;
        events_.next();
        while (good() && events_.type() != YAML_MAPPING_END_EVENT) {
            if (refuse_alias()) return;
            if (events_.type() != YAML_SCALAR_EVENT)
                return complain("the name of a code is no text", "name the code by a word");
            const std::string key = events_.text();
            if (key.empty()) return complain("a code has no name", "name it");
            if (const auto [first, added] = keys.emplace(key, events_.line()); !added)
                problems_.add(
                    {codebook_.path, events_.line(), events_.column(),
                     "the code '" + key + "' stands here a second time, first on line " + std::to_string(first->second),
                     "put its entries under one key"});
            events_.next();
            if (good()) read_value(above.empty() ? key : above + '.' + key, depth);
        }
        if (good()) events_.next();
    }

    void read_value(const std::string& code, std::size_t depth) {
        if (refuse_alias()) return;
        if (events_.type() == YAML_MAPPING_START_EVENT) return read_keys(code, depth + 1);
        if (events_.type() == YAML_SEQUENCE_START_EVENT) return read_entries(code, depth + 1);
        if (events_.type() == YAML_SCALAR_EVENT) add(code, events_.text());
        events_.next();
    }

    void read_entries(const std::string& code, std::size_t depth) {
        if (depth > deepest_code) return complain("codes are nested more than 64 levels deep", "nest them less deeply");
        events_.next();
        while (good() && events_.type() != YAML_SEQUENCE_END_EVENT) {
            if (refuse_alias()) return;
            if (events_.type() == YAML_SEQUENCE_START_EVENT) {
                read_entries(code, depth + 1);
            } else if (events_.type() == YAML_MAPPING_START_EVENT) {
                read_item_with_key(code, depth + 1);
            } else {
                if (events_.type() == YAML_SCALAR_EVENT) add(code, events_.text());
                events_.next();
            }
        }
        if (good()) events_.next();
    }

    /// `- lemma: peace` is an entry that YAML takes for a key; any other key is a code below.
    void read_item_with_key(const std::string& code, std::size_t depth) {
        events_.next();
        while (good() && events_.type() != YAML_MAPPING_END_EVENT) {
            if (refuse_alias()) return;
            if (events_.type() != YAML_SCALAR_EVENT)
                return complain("the name of a code is no text", "name the code by a word");
            const std::string key = events_.text();
            const bool mark = key == "lemma" || key == "lang" || key.ends_with(" not");
            events_.next();
            if (!good()) return;
            if (mark && events_.type() == YAML_SCALAR_EVENT) {
                add(code, key + ": " + events_.text());
                events_.next();
            } else {
                read_value(code + '.' + key, depth);
            }
        }
        if (good()) events_.next();
    }

    void add(const std::string& code, const std::string& entry) {
        if (entry.empty() || entry == "~") {
            problems_.add({codebook_.path, events_.line(), events_.column(),
                           "the code '" + code + "' has an empty entry", "give a word, or take it out"});
            return;
        }
        add_code_entry(codebook_, code, entry, {events_.line(), events_.column()}, problems_);
    }

    YamlEvents events_;
    Codebook& codebook_;
    Diagnostics& problems_;
    bool stopped_ = false;
};

}  // namespace

void read_yaml_codebook(std::string_view text, Codebook& codebook, Diagnostics& problems) {
    YamlCodes(text, codebook, problems).read();
}

}  // namespace tarazy
