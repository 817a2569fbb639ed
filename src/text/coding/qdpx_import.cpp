#include "text/coding/qdpx_import.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "io/text_encoding.hpp"
#include "text/coding/code_points.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

/// A GUID in one form: capitals, no braces.
std::string plain_guid(std::string guid) {
    std::erase_if(guid, [](char c) { return c == '{' || c == '}'; });
    std::ranges::transform(guid, guid.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return guid;
}

std::string child_text(const QdeElement& element, std::string_view name) {
    const QdeElement* const child = element.child(name);
    return child == nullptr ? std::string() : child->text;
}

/// A coding before its ends are settled.
struct RawCoding {
    RawSelection selection;
    std::string coder, code, memo;
    std::size_t number = 0, line = 0;
};

class QdpxImporter {
public:
    QdpxImporter(const QdpxArchive& archive, const std::string& path) : archive_(archive), path_(path) {}

    QdpxReading read(std::optional<SelectionEnds> ends) {
        reading_.tree = read_qde(archive_.project, path_ + " (project.qde)");
        const QdeElement& project = reading_.tree;
        reading_.project.name = project.attribute("name");
        read_users(project);
        if (const QdeElement* const book = project.child("CodeBook"))
            if (const QdeElement* const codes = book->child("Codes")) read_codes(*codes, "");
        name_codes();
        read_notes(project);
        if (const QdeElement* const sources = project.child("Sources")) {
            for (const QdeElement& source : sources->children) {
                if (source.name == "TextSource") {
                    read_source(source);
                } else {
                    ++not_read_[source.name];
                }
            }
        }
        for (const char* const other : {"Variables", "Cases", "Links", "Sets", "Graphs"})
            if (const QdeElement* const part = project.child(other)) not_read_[other] += part->children.size();
        problems_.throw_if_any();
        settle(ends);
        tell_rest();
        tell_of_texts();
        return std::move(reading_);
    }

private:
    void read_users(const QdeElement& project) {
        if (const QdeElement* const users = project.child("Users")) {
            for (const QdeElement& user : users->children) {
                std::string name = user.attribute("name");
                if (name.empty()) name = user.attribute("id");
                if (name.empty()) name = plain_guid(user.attribute("guid"));
                users_[plain_guid(user.attribute("guid"))] = name;
            }
        }
        default_user_ = user_named(project.attribute("creatingUserGUID"), "unknown");
    }
    std::string user_named(const std::string& guid, const std::string& otherwise) const {
        if (guid.empty()) return otherwise;
        const auto found = users_.find(plain_guid(guid));
        return found == users_.end() ? plain_guid(guid) : found->second;
    }

    void read_codes(const QdeElement& parent, const std::string& parent_guid) {
        for (const QdeElement& code : parent.children) {
            if (code.name != "Code") continue;
            const std::string guid = plain_guid(code.attribute("guid"));
            reading_.project.codes.push_back({guid, parent_guid, code.attribute("name"),
                                              child_text(code, "Description"), code.attribute("color"),
                                              code.attribute("guid"), code.attribute("isCodable") != "false"});
            read_codes(code, guid);
        }
    }
    /// Names stand for codes where they are unique, else paths, else paths with the GUID.
    void name_codes() {
        std::map<std::string, std::size_t> times, paths;
        std::map<std::string, std::string> path_of;
        for (const CodebookEntry& one : reading_.project.codes) {
            ++times[one.name];
            path_of[one.code] = one.parent.empty() ? one.name : path_of[one.parent] + '/' + one.name;
            ++paths[path_of[one.code]];
        }
        std::size_t spelt_out = 0;
        for (CodebookEntry& one : reading_.project.codes) {
            const std::string guid = one.code, path = path_of[guid];
            const bool unique = times[one.name] == 1 && !one.name.empty();
            spelt_out += unique ? 0 : 1;
            one.code = unique ? one.name : (paths[path] == 1 ? path : path + " {" + guid + "}");
            one.parent = one.parent.empty() ? "" : codes_.at(one.parent);
            codes_[guid] = one.code;
        }
        if (spelt_out > 0)
            reading_.notes.push_back(std::to_string(spelt_out) +
                                     " codes share their names with others and are called by their paths");
    }

    void read_notes(const QdeElement& project) {
        const QdeElement* const notes = project.child("Notes");
        if (notes == nullptr) return;
        for (const QdeElement& note : notes->children) {
            std::string text = child_text(note, "PlainTextContent");
            const std::string file = note.attribute("plainTextPath");
            if (text.empty() && file.starts_with("internal://"))
                if (const std::string* const bytes = archive_.internal_file(file.substr(11))) text = *bytes;
            notes_[plain_guid(note.attribute("guid"))] = text;
        }
    }
    std::string memo_of(const QdeElement& selection, const QdeElement& coding) const {
        std::string memo = child_text(selection, "Description");
        for (const QdeElement* const holder : {&selection, &coding}) {
            for (const QdeElement& child : holder->children) {
                const auto note =
                    child.name == "NoteRef" ? notes_.find(plain_guid(child.attribute("targetGUID"))) : notes_.end();
                if (note == notes_.end() || note->second.empty()) continue;
                memo += (memo.empty() ? "" : "\n") + note->second;
            }
        }
        return memo;
    }

    void tell_of_texts() {
        if (marked_texts_ > 0)
            reading_.notes.push_back(std::to_string(marked_texts_) +
                                     (marked_texts_ == 1 ? " text begins" : " texts begin") +
                                     " with a byte order mark, which positions do not count");
        if (long_line_ends_ > 0 && reading_.line_ends.words_one + reading_.line_ends.words_two == 0)
            reading_.notes.push_back(std::to_string(long_line_ends_) +
                                     (long_line_ends_ == 1 ? " text has" : " texts have") +
                                     " line ends of two characters (CR LF), which are counted as two; some programs "
                                     "count one: look whether codings begin and end at words");
    }

    std::optional<std::string> text_of(const QdeElement& source) {
        const std::string file = source.attribute("plainTextPath");
        const QdeElement* const inside = source.child("PlainTextContent");
        const std::string name = "the text source '" + source.attribute("name") + "'";
        if (inside != nullptr && !file.empty())
            reading_.warnings.push_back(name + " has both a text and a file; the file is taken");
        if (file.empty()) {
            if (inside != nullptr) return inside->text;
            reading_.warnings.push_back(name + " has no plain text: its codings are not read");
            return std::nullopt;
        }
        if (!file.starts_with("internal://")) {
            reading_.warnings.push_back(name + " lies outside of the archive (" + file + "): its codings are not read");
            return std::nullopt;
        }
        const std::string* const bytes = archive_.internal_file(file.substr(11));
        if (bytes == nullptr) {
            reading_.warnings.push_back(name + " is not in the archive (" + file + "): its codings are not read");
            return std::nullopt;
        }
        const std::string_view text = without_byte_order_mark(*bytes);
        marked_texts_ += text.size() != bytes->size() ? 1 : 0;
        long_line_ends_ += text.find("\r\n") != std::string_view::npos ? 1 : 0;
        return std::string(text);
    }

    std::int64_t position_of(const QdeElement& selection, const char* attribute) {
        const auto number = parse_integer(selection.attribute(attribute));
        if (number) return *number;
        problems_.add(
            {path_ + " (project.qde)", selection.line, 0,
             std::string(attribute) + " is '" + selection.attribute(attribute) + "', which is no whole number",
             "export the project anew"});
        return 0;
    }

    void read_source(const QdeElement& source) {
        auto text = text_of(source);
        if (text && !text->empty() && !is_utf8_text(*text)) {
            problems_.add({path_, 0, 0, "the text of '" + source.attribute("name") + "' is not UTF-8",
                           "export the project anew: REFI-QDA texts are UTF-8"});
            return;
        }
        const std::size_t document = reading_.project.documents.size();
        const std::string user = user_named(source.attribute("creatingUser"), default_user_);
        for (const QdeElement& selection : source.children) {
            if (selection.name == "Coding") {
                ++number_;
                ++not_read_["Coding of a whole document"];
            }
            if (selection.name == "PlainTextSelection") read_selection(selection, document, user, text.has_value());
        }
        if (!text) return;
        std::string doc = source.attribute("name");
        if (doc.empty() || !docs_.emplace(doc, document).second) {
            doc += (doc.empty() ? "" : " ") + ("{" + plain_guid(source.attribute("guid"))) + "}";
            docs_.emplace(doc, document);
            reading_.warnings.push_back("a document without a name of its own is called '" + doc + "'");
        }
        reading_.project.documents.push_back({doc, std::move(*text), source.attribute("guid")});
    }

    void read_selection(const QdeElement& selection, std::size_t document, const std::string& user, bool has_text) {
        const RawSelection raw{document, position_of(selection, "startPosition"),
                               position_of(selection, "endPosition")};
        const std::string own = user_named(selection.attribute("creatingUser"), user);
        std::size_t codings = 0;
        for (const QdeElement& coding : selection.children) {
            if (coding.name != "Coding") continue;
            ++codings;
            const std::size_t number = number_++;
            if (!has_text) continue;
            const QdeElement* const reference = coding.child("CodeRef");
            const auto code = codes_.find(reference == nullptr ? "" : plain_guid(reference->attribute("targetGUID")));
            if (code == codes_.end()) {
                reading_.warnings.push_back(
                    "line " + std::to_string(coding.line) +
                    " of project.qde: a coding refers to no code of the codebook; it is not read");
                continue;
            }
            raw_.push_back({raw, user_named(coding.attribute("creatingUser"), own), code->second,
                            memo_of(selection, coding), number, selection.line});
        }
        if (codings == 0) ++not_read_["selection without a code"];
    }

    void settle_line_ends(const std::vector<std::string>& texts, std::vector<RawSelection>& selections) {
        reading_.line_ends = line_end_counting(texts, selections);
        if (reading_.tree.attribute("origin").starts_with("Tarazy"))
            reading_.line_ends.counting = LineEndCounting::two;  // we know how we count
        if (reading_.line_ends.counting == LineEndCounting::two) return;
        reading_.warnings.push_back("line ends of CR LF are taken as one character in positions: " +
                                    std::to_string(reading_.line_ends.words_one) +
                                    " selections begin with a word so, " +
                                    std::to_string(reading_.line_ends.words_two) + " otherwise");
        std::vector<std::vector<std::size_t>> ends;
        for (const std::string& text : texts) ends.push_back(long_line_ends(text));
        for (std::size_t i = 0; i < selections.size(); ++i) {
            RawSelection& one = selections[i];
            one.start = position_in_text(one.start, ends[one.document]);
            one.end = position_in_text(one.end, ends[one.document]);
            raw_[i].selection = one;
        }
    }

    void settle(std::optional<SelectionEnds> asked) {
        std::vector<std::string> texts;
        std::vector<std::int64_t> lengths;
        for (const ProjectDocument& document : reading_.project.documents) {
            texts.push_back(document.text);
            lengths.push_back(static_cast<std::int64_t>(code_point_count(document.text)));
        }
        std::vector<RawSelection> selections;
        for (const RawCoding& raw : raw_) selections.push_back(raw.selection);
        settle_line_ends(texts, selections);
        reading_.ends = selection_ends(texts, selections);
        const SelectionEnds found = reading_.ends.reading;
        if (asked) reading_.ends.reading = *asked;
        if (found == SelectionEnds::inclusive && !asked)
            reading_.warnings.push_back(
                "ends of selections are taken as their last characters: " +
                std::to_string(reading_.ends.words_inclusive) + " selections end with a word so, " +
                std::to_string(reading_.ends.words_exclusive) + " otherwise; say --ends exclusive if that is wrong");
        const std::int64_t more = reading_.ends.reading == SelectionEnds::inclusive ? 1 : 0;
        for (const RawCoding& raw : raw_) {
            const std::int64_t start = raw.selection.start, end = raw.selection.end + more;
            const std::int64_t length = lengths[raw.selection.document];
            if (start < 0 || end <= start || end > length) {
                if (++reading_.out_of_range <= 5)
                    reading_.warnings.push_back("line " + std::to_string(raw.line) +
                                                " of project.qde: the selection [" + std::to_string(start) + ", " +
                                                std::to_string(end) + ") is empty or outside of its text of " +
                                                std::to_string(length) + " code points; its coding is not read");
                continue;
            }
            reading_.project.segments.push_back({reading_.project.documents[raw.selection.document].doc,
                                                 static_cast<std::size_t>(start), static_cast<std::size_t>(end),
                                                 raw.coder, raw.code, raw.memo});
            reading_.coding_of.push_back(raw.number);
        }
        if (reading_.out_of_range > 5)
            reading_.warnings.push_back(std::to_string(reading_.out_of_range) +
                                        " codings are outside of their texts in all");
    }

    void tell_rest() {
        for (const auto& [what, count] : not_read_)
            if (count > 0)
                reading_.notes.push_back(std::to_string(count) + " x " + what + ": kept in project.qde, not read");
        std::vector<Segment> sorted = reading_.project.segments;
        std::ranges::sort(sorted);
        std::size_t overlaps = 0;
        std::map<std::string, std::pair<std::string, std::size_t>> last;  // of each coder: document and farthest end
        for (const Segment& one : sorted) {
            auto& [doc, end] = last[one.coder];
            if (doc == one.doc && one.start < end) ++overlaps;
            end = doc == one.doc ? std::max(end, one.end) : one.end;
            doc = one.doc;
        }
        if (overlaps > 0)
            reading_.notes.push_back(std::to_string(overlaps) + " segments overlap an earlier one of the same coder");
    }

    const QdpxArchive& archive_;
    const std::string& path_;
    QdpxReading reading_;
    std::size_t marked_texts_ = 0;    ///< text sources that begin with a byte order mark
    std::size_t long_line_ends_ = 0;  ///< those that have line ends of CR LF
    Diagnostics problems_;
    std::map<std::string, std::string> users_, codes_, notes_;
    std::map<std::string, std::size_t> docs_, not_read_;
    std::vector<RawCoding> raw_;
    std::string default_user_;
    std::size_t number_ = 0;
};

}  // namespace

QdpxReading read_qdpx_project(const QdpxArchive& archive, const std::string& path, std::optional<SelectionEnds> ends) {
    return QdpxImporter(archive, path).read(ends);
}

}  // namespace tarazy
