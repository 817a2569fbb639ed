#include "report/render.hpp"

#include "base/error.hpp"
#include "report/html.hpp"

namespace tarazy {

std::string render_report(const StudyOutcome& outcome, const std::string& language) {
    if (language != "en" && language != "kk" && language != "ru") {
        throw UsageError("there is no report in '" + language + "'; use en, kk or ru");
    }
    const Html head = element("head", {}, {element("meta", {{"charset", "utf-8"}}), element("title", {}, text(outcome.title.en))});
    const Html body = element("body", {}, element("main", {}, element("h1", {}, text(outcome.title.en))));
    return "<!doctype html>\n" + element("html", {{"lang", language}}, head + body).markup + '\n';
}

}  // namespace tarazy
