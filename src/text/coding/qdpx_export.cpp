#include "text/coding/qdpx_export.hpp"

#include "base/error.hpp"
#include "io/text_encoding.hpp"
#include "text/coding/code_points.hpp"
#include "text/coding/guid.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace tarazy {
namespace {

// Orders of elements in Project-mrt2019.xsd.
constexpr std::string_view order_in_project =
    "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef";

class QdpxExporter {
public:
    QdpxExporter(const CodedProject& project, const std::string& path) : project_(project), path_(path) {}

    void take_base(const QdpxArchive& archive, std::optional<SelectionEnds> ends) {
        base_ = read_qdpx_project(archive, path_, ends);
        result_.files = archive.files;
        tree_ = base_.tree;
        ends_ = base_.ends.reading;
        if (base_.line_ends.counting == LineEndCounting::one)
            for (const ProjectDocument& one : base_.project.documents) line_ends_[one.doc] = long_line_ends(one.text);
        for (const CodebookEntry& one : base_.project.codes) codes_[one.code] = one.guid;
        for (const ProjectDocument& one : base_.project.documents) documents_[one.doc] = one.guid;
        if (const QdeElement* const users = tree_.child("Users"))
            for (const QdeElement& user : users->children)
                users_.try_emplace(user.attribute("name").empty() ? user.attribute("id") : user.attribute("name"),
                                   user.attribute("guid"));
    }
    void begin() {
        tree_ = {"Project"};
        tree_.set_attribute("name", project_.name.empty() ? "Tarazy project" : project_.name);
        tree_.set_attribute("origin", "Tarazy");
    }

    QdpxArchive write() {
        check();
        for (const ProjectDocument& document : project_.documents)
            lengths_.push_back({document.doc, code_point_count(document.text)});
        std::set<std::string> given;
        for (const ProjectDocument& document : project_.documents) given.insert(document.doc);
        for (const ProjectDocument& document : base_.project.documents)
            if (!given.contains(document.doc)) lengths_.push_back({document.doc, code_point_count(document.text)});
        check_segments(project_.segments, lengths_, path_);
        add_users();
        add_codes();
        const std::vector<Segment> fresh = settle_old_codings();
        add_documents();
        add_codings(fresh);
        result_.project = write_qde(tree_);
        return std::move(result_);
    }

private:
    void check() const {
        Diagnostics problems;
        std::map<std::string, const std::string*> coded;
        for (const ProjectDocument& document : base_.project.documents) coded.emplace(document.doc, &document.text);
        for (const ProjectDocument& document : project_.documents) {
            if (!document.text.empty() && !is_utf8_text(document.text))
                problems.add({path_, 0, 0, "the text of '" + document.doc + "' is not UTF-8", "convert it to UTF-8"});
            const auto old = coded.find(document.doc);
            if (old != coded.end() && *old->second != document.text)
                problems.add({path_, 0, 0, "the text of '" + document.doc + "' is not the one that was coded",
                              "positions would be wrong; restore the text, or give the document another name"});
        }
        problems.throw_if_any();
    }

    void add_users() {
        for (const std::string& coder : coders_of(project_.segments)) {
            if (users_.contains(coder)) continue;
            const std::string guid = named_guid("coder", coder);
            QdeElement user{"User"};
            user.set_attribute("guid", guid);
            user.set_attribute("name", coder);
            tree_.child_in_order("Users", order_in_project).children.push_back(std::move(user));
            users_[coder] = guid;
        }
    }

    /// The element of a code; null when it is not there.
    static QdeElement* code_element(QdeElement& parent, const std::string& guid) {
        for (QdeElement& child : parent.children) {
            if (child.name != "Code") continue;
            if (child.attribute("guid") == guid) return &child;
            if (QdeElement* const below = code_element(child, guid)) return below;
        }
        return nullptr;
    }
    void add_code(const CodebookEntry& entry) {
        if (codes_.contains(entry.code)) return;
        QdeElement code{"Code"};
        const std::string guid = entry.guid.empty() ? named_guid("code", entry.code) : entry.guid;
        code.set_attribute("guid", guid);
        code.set_attribute("name", entry.name.empty() ? entry.code : entry.name);
        code.set_attribute("isCodable", entry.codable ? "true" : "false");
        if (!entry.color.empty()) code.set_attribute("color", entry.color);
        if (!entry.description.empty()) code.children.push_back({"Description", {}, entry.description});
        QdeElement& top = tree_.child_in_order("CodeBook", order_in_project).child_in_order("Codes", "Codes");
        QdeElement* const parent = entry.parent.empty() ? nullptr : code_element(top, codes_[entry.parent]);
        (parent == nullptr ? top : *parent).children.push_back(std::move(code));
        codes_[entry.code] = guid;
    }
    void add_codes() {
        for (const CodebookEntry& entry : project_.codes) add_code(entry);
        for (const std::string& code : codes_of(project_.segments)) add_code({code, "", code, "", "", ""});
    }

    /// Takes codings out of the tree that are no longer wanted; returns those that are not in it yet, sorted.
    std::vector<Segment> settle_old_codings() {
        std::multiset<Segment> wanted(project_.segments.begin(), project_.segments.end());
        std::set<std::size_t> gone;
        for (std::size_t at = 0; at < base_.project.segments.size(); ++at) {
            const auto found = wanted.find(base_.project.segments[at]);
            if (found == wanted.end()) {
                gone.insert(base_.coding_of[at]);
            } else {
                wanted.erase(found);
            }
        }
        if (QdeElement* const sources = tree_.child("Sources")) {
            std::size_t number = 0;
            for (QdeElement& source : sources->children)
                if (source.name == "TextSource") take_out(source, gone, number);
        }
        return {wanted.begin(), wanted.end()};
    }
    static void take_out(QdeElement& source, const std::set<std::size_t>& gone, std::size_t& number) {
        std::erase_if(source.children, [&](QdeElement& selection) {
            if (selection.name == "Coding") ++number;
            if (selection.name != "PlainTextSelection") return false;
            std::size_t left = 0, taken = 0;
            std::erase_if(selection.children, [&](const QdeElement& coding) {
                if (coding.name != "Coding") return false;
                const bool out = gone.contains(number++);
                ++(out ? taken : left);
                return out;
            });
            return taken > 0 && left == 0;
        });
    }

    void add_documents() {
        for (const ProjectDocument& document : project_.documents) {
            if (documents_.contains(document.doc)) continue;
            const std::string guid = document.guid.empty() ? named_guid("document", document.doc) : document.guid;
            QdeElement source{"TextSource"};
            source.set_attribute("guid", guid);
            source.set_attribute("name", document.doc);
            source.set_attribute("plainTextPath", "internal://" + guid + ".txt");
            tree_.child_in_order("Sources", order_in_project).children.push_back(std::move(source));
            result_.files.emplace_back("Sources/" + guid + ".txt", document.text);
            documents_[document.doc] = guid;
        }
    }

    /// As the project counts.
    [[nodiscard]] std::int64_t project_position(const std::string& doc, std::size_t position) const {
        return project_position(doc, static_cast<std::int64_t>(position));
    }
    [[nodiscard]] std::int64_t project_position(const std::string& doc, std::int64_t position) const {
        const auto ends = line_ends_.find(doc);
        return ends == line_ends_.end() ? position : position_with_short_ends(position, ends->second);
    }

    void add_codings(const std::vector<Segment>& fresh) {
        if (fresh.empty()) return;
        std::map<std::string, QdeElement*> sources;
        for (QdeElement& source : tree_.child("Sources")->children)
            if (source.name == "TextSource") sources[source.attribute("guid")] = &source;
        std::map<std::string, std::size_t> times;
        std::map<std::string, std::vector<QdeElement>> added;
        for (const Segment& one : fresh) {
            const std::string key = one.doc + '\n' + std::to_string(one.start) + '\n' + std::to_string(one.end) + '\n' +
                                    one.coder + '\n' + one.code + '\n' + one.memo;
            const std::string name = key + '\n' + std::to_string(times[key]++);
            QdeElement reference{"CodeRef"}, coding{"Coding"}, selection{"PlainTextSelection"};
            reference.set_attribute("targetGUID", codes_.at(one.code));
            coding.set_attribute("guid", named_guid("coding", name));
            coding.set_attribute("creatingUser", users_.at(one.coder));
            coding.children.push_back(std::move(reference));
            selection.set_attribute("guid", named_guid("selection", name));
            selection.set_attribute("startPosition", std::to_string(project_position(one.doc, one.start)));
            const std::int64_t end = static_cast<std::int64_t>(one.end) - (ends_ == SelectionEnds::inclusive ? 1 : 0);
            selection.set_attribute("endPosition", std::to_string(project_position(one.doc, end)));
            selection.set_attribute("creatingUser", users_.at(one.coder));
            if (!one.memo.empty()) selection.children.push_back({"Description", {}, one.memo});
            selection.children.push_back(std::move(coding));
            added[documents_.at(one.doc)].push_back(std::move(selection));
        }
        for (auto& [guid, selections] : added) {
            auto& children = sources.at(guid)->children;
            const auto behind = std::ranges::find_if(children, [](const QdeElement& child) {
                return child.name == "Coding" || child.name == "NoteRef" || child.name == "VariableValue";
            });
            children.insert(behind, std::make_move_iterator(selections.begin()),
                            std::make_move_iterator(selections.end()));
        }
    }

    const CodedProject& project_;
    const std::string& path_;
    QdpxReading base_;
    QdpxArchive result_;
    QdeElement tree_;
    SelectionEnds ends_ = SelectionEnds::exclusive;
    std::map<std::string, std::vector<std::size_t>> line_ends_;  ///< of documents whose positions count them as one
    std::map<std::string, std::string> users_, codes_, documents_;
    std::vector<DocumentLength> lengths_;
};

}  // namespace

QdpxArchive qdpx_of_project(const CodedProject& project, const std::string& path, const QdpxArchive* base_archive,
                            std::optional<SelectionEnds> ends) {
    QdpxExporter exporter(project, path);
    if (base_archive != nullptr) {
        exporter.take_base(*base_archive, ends);
    } else {
        exporter.begin();
    }
    return exporter.write();
}

}  // namespace tarazy
