package org.waystation.e2e;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** A screen that can be shown for a picture: how a person gets there from the filled queue, and back. */
enum Scene {
    /** The first start, which knows no server. */
    SIGN_IN(stage -> {}, stage -> {}),
    QUEUE(stage -> {}, stage -> {}),
    QUEUE_WIDE(Stage::widenQueue, Stage::narrowQueue),
    SEARCH(Stage::search, Stage::escape),
    COMMANDS(Stage::findAction, Stage::escape),
    SETTINGS(Stage::settings, Stage::escape),
    NEW_TICKET(Stage::newTicket, Stage::escape),
    /** Installed ones, one of them switched off. */
    PLUGINS(Stage::plugins, stage -> {}),
    PLUGINS_OFFERED(Stage::offeredPlugins, Stage::noPlugins),
    TICKET(Stage::openTicket, stage -> {}),
    /** Choosing another ticket to link, over an open one whose time is counted. */
    LINK(Stage::linkTicket, Stage::escape),
    KNOWLEDGE(Stage::knowledge, stage -> {}),
    ARTICLE(Stage::article, stage -> {}),
    ARTICLE_WRITING(Stage::writeArticle, Stage::leaveWriting),
    ARTICLE_VERSIONS(Stage::articleVersions, Stage::leaveArticles),
    ASSETS(Stage::assets, stage -> {}),
    ASSETS_TREE(Stage::assetsByPlace, Stage::assetsAsList),
    BULK(Stage::changeAssets, Stage::escape),
    ASSET(Stage::openAsset, Stage::tickets),
    SYNC_CENTER(Stage::syncCenter, Stage::leaveSyncCenter),
    SYNC_SCOPE(Stage::scope, Stage::closeEditor),
    /** One field that two people have changed. */
    CONFLICT(stage -> stage.conflict().compare(), stage -> stage.conflict().decide()),
    SYNC_REPORT(stage -> stage.conflict().report(), stage -> stage.conflict().leave()),
    IMPORT(Stage::importAssets, stage -> {
        stage.escape();
        stage.tickets();
    }),
    COMPANIES(stage -> stage.companies().list(), Stage::tickets),
    COMPANY(stage -> stage.companies().page(), Stage::closeEditor),
    INSIGHT(stage -> stage.companies().insight(), Stage::closeEditor),
    /** Whether companies that pay by the hour would be better off managed, with the arithmetic of one. */
    INSIGHT_SWITCH(stage -> stage.companies().comparison(), Stage::closeBoth),
    INSIGHT_COMPANY(stage -> stage.companies().ofOneCompany(), Stage::closeBoth),
    CREDENTIALS(stage -> stage.remote().credentials(), stage -> {}),
    CREDENTIAL(stage -> stage.remote().newCredential(), stage -> {
        stage.escape();
        stage.remote().credentialsAway();
    }),
    CONNECT(stage -> stage.remote().connect(), Stage::escape),
    TERMINAL(stage -> stage.remote().terminal(), stage -> {}),
    SESSION_ENDED(stage -> stage.remote().ended(), Stage::closeEditor),
    SEARCH_ALL(Stage::searchAll, Stage::escape),
    REQUEST_TRACKER(Stage::requestTracker, Stage::closeEditor),
    LOCKED(Stage::lock, Stage::unlock),
    OFFLINE(Stage::workOffline, stage -> {}),
    LOG(Stage::eventLog, stage -> {});

    private final Consumer<Stage> enter;
    private final Consumer<Stage> leave;

    Scene(Consumer<Stage> enter, Consumer<Stage> leave) {
        this.enter = enter;
        this.leave = leave;
    }

    /** As typed on the command line, such as {@code queue-wide}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it begins at the filled queue of somebody who is signed in. */
    boolean signedIn() {
        return this != SIGN_IN;
    }

    void enter(Stage stage) {
        enter.accept(stage);
    }

    /** Back to where the scenes that follow begin. */
    void leave(Stage stage) {
        leave.accept(stage);
    }

    static Optional<Scene> of(String word) {
        for (Scene scene : values()) {
            if (scene.word().equals(word)) {
                return Optional.of(scene);
            }
        }
        return Optional.empty();
    }
}
