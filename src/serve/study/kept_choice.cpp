#include "serve/study/kept_choice.hpp"

#include "analyses/write_study/study_order.hpp"
#include "analyses/write_study/toml_text.hpp"
#include "io/toml_document.hpp"
#include "serve/request.hpp"
#include "study/study_overrides.hpp"

namespace tarazy {
namespace {

std::string in_language(const std::string& language, const std::string& text) {
    return "{ " + language + " = " + toml_quoted(text) + " }";
}

/// `id`, or `id-2` and so on where the study has one of that name.
std::string free_choice_id(const TomlValue& root, const std::string& wanted) {
    const TomlEntry* choices = root.find("choice");
    std::string id = wanted;
    const auto taken = [&] {
        if (choices == nullptr) return false;
        for (const TomlValue& choice : choices->value.items) {
            const TomlEntry* named = choice.find("id");
            if (named != nullptr && named->value.text == id) return true;
        }
        return false;
    };
    for (int number = 2; taken(); ++number) id = wanted + '-' + std::to_string(number);
    return id;
}

}  // namespace

std::string with_choice(std::string_view text, const std::string& name, const std::string& reason,
                        const std::string& language, std::span<const StudyEdit> edits) {
    if (name.empty() || edits.empty()) throw RefusedRequest{400, "A choice needs a name and a change.", ""};
    const TomlValue root = parse_toml(text, "study.toml");
    std::string set;
    for (const StudyEdit& edit : edits) {
        if (edit.kind != StudyEdit::Kind::set || find_key(root, edit.path) == nullptr)
            throw RefusedRequest{422,
                                 "Only values that stand in the study can be exchanged in a choice: write '" +
                                     edit.path + "' into the study first.",
                                 ""};
        set += toml_quoted(edit.path) + " = " + edit.value + '\n';
    }
    const std::string part = "[[choice]]\nid = " + toml_quoted(free_choice_id(root, id_of_folder(name))) +
                             "\nname = " + in_language(language, name) + "\nreason = " + in_language(language, reason) +
                             "\n\n[[choice.alternative]]\nid = \"as-it-stands\"\nname = { en = \"as it stands\", kk = "
                             "\"қазіргідей\", ru = \"как есть\" }\n"
                             "\n[[choice.alternative]]\nid = \"changed\"\nname = " +
                             in_language(language, name) + "\n[choice.alternative.set]\n" + set;
    const StudyEdit add{StudyEdit::Kind::add, "choice", part};
    return edited_study(text, "study.toml", {&add, 1});
}

}  // namespace tarazy
